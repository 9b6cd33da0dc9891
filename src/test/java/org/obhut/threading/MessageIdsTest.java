package org.obhut.threading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageIdsTest {

    @Test
    void readsIdentifiersInTheirOrder() {
        assertEquals(List.of("a@x", "B@x"), MessageIds.all("<a@x>\t<B@x> <a@x>"));
    }

    @Test
    void readsSloppyForms() {
        assertEquals(List.of("a@x"), MessageIds.all("< a@x >"));
        assertEquals(List.of("a@x", "b@y"), MessageIds.all("a@x, b@y"));
        assertEquals(List.of("a@x"), MessageIds.all("Message of \"Mon, 2 Mar\" <a@x>"));
        assertEquals(List.of("no-at-sign"), MessageIds.all("<no-at-sign>"));
        assertEquals(List.of(), MessageIds.all("nothing here"));
        assertEquals(List.of(), MessageIds.all("<>"));
    }

    @Test
    void takesAFormlessMessageIdAsItStands() {
        assertEquals(Optional.of("20260302-17"), MessageIds.first(" 20260302-17 "));
        assertEquals(Optional.empty(), MessageIds.first("  "));
    }

    @Test
    void putsTheNearestFirst() {
        assertEquals(List.of("c@x", "b@x", "a@x"), MessageIds.nearestFirst("<c@x>", "<a@x> <b@x> <c@x>"));
    }

    @Test
    void keepsTheNewestOfAnEndlessList() {
        String endless =
                IntStream.range(0, 5_000).mapToObj(i -> "<" + i + "@x>").collect(Collectors.joining(" "));
        List<String> ids = MessageIds.nearestFirst("", endless);
        assertEquals(MessageIds.MOST, ids.size());
        assertEquals("4999@x", ids.get(0));
    }
}
