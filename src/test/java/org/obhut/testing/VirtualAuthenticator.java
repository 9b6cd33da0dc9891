package org.obhut.testing;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** An authenticator that Chromium plays inside itself (Web Authentication, section 11): its keys and signatures are real. */
public final class VirtualAuthenticator {

    private final CDPSession browser;
    private final String id;

    private VirtualAuthenticator(CDPSession browser, String id) {
        this.browser = browser;
        this.id = id;
    }

    /** One that is built into the page's device and knows its person by finger or PIN. */
    public static VirtualAuthenticator in(Page page) {
        CDPSession browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        JsonObject wish = new JsonObject();
        wish.add("options", options);
        JsonObject made = browser.send("WebAuthn.addVirtualAuthenticator", wish);
        return new VirtualAuthenticator(browser, made.get("authenticatorId").getAsString());
    }

    /** Whether the person's finger is recognised from now on. */
    public void verifies(boolean person) {
        JsonObject wish = own();
        wish.addProperty("isUserVerified", person);
        browser.send("WebAuthn.setUserVerified", wish);
    }

    /** Its only credential, to be put back later. */
    public JsonObject credential() {
        return browser.send("WebAuthn.getCredentials", own())
                .getAsJsonArray("credentials")
                .get(0)
                .getAsJsonObject();
    }

    /** Puts a copy of a credential, as it was then, in place of what there is. */
    public void restore(JsonObject credential) {
        browser.send("WebAuthn.clearCredentials", own());
        JsonObject wish = own();
        wish.add("credential", credential);
        browser.send("WebAuthn.addCredential", wish);
    }

    private JsonObject own() {
        JsonObject wish = new JsonObject();
        wish.addProperty("authenticatorId", id);
        return wish;
    }
}
