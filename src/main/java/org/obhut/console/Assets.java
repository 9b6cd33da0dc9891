package org.obhut.console;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The console's files below {@code /assets}: style, scripts, fonts, icons. The container's own file servlet cannot be
 * mapped beside an application at the root.
 */
@WebServlet("/assets/*")
public class Assets extends HttpServlet {

    private static final long serialVersionUID = 1;

    private record Asset(byte[] content, String type, String tag) {}

    /** Only what is in the WAR gets in here, so it is as small as the WAR's files. */
    private final transient Map<String, Asset> assets = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        Asset asset = path == null || path.endsWith("/") ? null : find(path);
        if (asset == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("ETag", asset.tag);
        if (asset.tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(asset.type);
        response.setContentLength(asset.content.length);
        response.getOutputStream().write(asset.content);
    }

    private @Nullable Asset find(String path) throws IOException {
        Asset known = assets.get(path);
        if (known != null) {
            return known;
        }
        try (InputStream file = getServletContext().getResourceAsStream("/assets" + path)) {
            if (file == null) {
                return null;
            }
            byte[] content = file.readAllBytes();
            var asset = new Asset(content, type(path), '"' + digest(content) + '"');
            assets.put(path, asset);
            return asset;
        }
    }

    private String type(String path) {
        if (path.endsWith(".woff2")) {
            return "font/woff2";
        }
        String type = getServletContext().getMimeType(path);
        if (type == null) {
            return "application/octet-stream";
        }
        return type.startsWith("text/") || type.endsWith("javascript") ? type + ";charset=UTF-8" : type;
    }

    private static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
