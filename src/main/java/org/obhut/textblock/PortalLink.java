package org.obhut.textblock;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.UUID;
import org.obhut.platform.InvalidInput;

/**
 * A page that counsellors point to.
 *
 * @param language tag of BCP 47 of page and title
 * @param title 1 to 80 characters
 * @param url of scheme {@code https}, without a user's name; at most 500 characters
 */
public record PortalLink(UUID id, String language, String title, String url) {

    private static final int LONGEST_URL = 500;

    /** As it may be kept. @throws InvalidInput naming the field */
    PortalLink checked() {
        TextBlock titled = new TextBlock(id, "link", language, title, "-").checked();
        return new PortalLink(id, language, titled.title(), address(url.strip()));
    }

    private static String address(String text) {
        if (text.isEmpty()) {
            throw new InvalidInput("url", "required");
        }
        try {
            URI uri = new URI(text);
            boolean fits = "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && text.length() <= LONGEST_URL;
            if (fits) {
                return uri.toASCIIString();
            }
        } catch (URISyntaxException e) {
            // the same answer as for another scheme
        }
        throw new InvalidInput("url", "not-https");
    }
}
