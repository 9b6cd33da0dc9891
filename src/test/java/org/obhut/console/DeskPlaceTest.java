package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.obhut.ticket.Filter;
import org.obhut.ticket.Folder;
import org.obhut.ticket.Listing;
import org.obhut.ticket.Sort;

class DeskPlaceTest {

    @Test
    void aPageWithACursorNamesItsOrderSoThatAnotherUsualOneDoesNotBreakIt() {
        var first = new DeskPlace(new Listing(Folder.NEW, Filter.NONE, Sort.WAITING), false, false, null, null, null);
        assertEquals("/desk/new", first.href());
        assertEquals("/desk/new/live", first.live());
        assertEquals("/desk/new?after=c&sort=waiting", first.next("c"));
        assertEquals("/desk/new?before=c&sort=waiting", first.previous("c"));
    }
}
