package org.obhut.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BoundedPageTest {

    private static int elements(BoundedPage page) {
        return page.document().getAllElements().size();
    }

    @Test
    void readsAnOrdinaryPageWhole() {
        BoundedPage page = BoundedPage.of("<p>eins <b>zwei</b><p>drei");
        assertFalse(page.cut());
        assertEquals("eins zwei drei", page.document().text());
    }

    @Test
    void doesNotMultiplyWhatIsUnclosed() {
        BoundedPage page = BoundedPage.of("<p><b><i><u><s>x</p>" + "<p>x</p>".repeat(50_000));
        assertTrue(page.cut());
        // Each element that is counted may stand within a few that are still open.
        assertTrue(elements(page) < BoundedPage.MOST + 1_000, "elements: " + elements(page));
    }
}
