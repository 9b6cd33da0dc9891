package org.obhut.html;

/**
 * How much of a mail was taken out before it is shown.
 *
 * @param images that would have been fetched from elsewhere, pixels included
 * @param pixels among these, images so small that only their sender sees anything
 * @param scripts programs, handlers and links that are programs
 * @param forms
 * @param embedded pages, films, sounds and drawings within the mail
 * @param styles style sheets and other files that the page would have fetched
 * @param redirects commands to go to another page
 * @param lies links whose words name another place than they lead to
 */
public record Removed(
        int images, int pixels, int scripts, int forms, int embedded, int styles, int redirects, int lies) {

    public boolean nothing() {
        return images + scripts + forms + embedded + styles + redirects + lies == 0;
    }
}
