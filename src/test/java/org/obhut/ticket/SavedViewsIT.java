package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;

/** Lists that people name, each for themselves alone, and the order in which they last chose to see a folder. */
class SavedViewsIT {

    private static final Listing ROMANIAN =
            new Listing(Folder.TEAM, new Filter(null, Filter.NOBODY, "ro", Channel.MAIL, Status.OPEN), Sort.DUE);

    @TempDir
    private Path keys;

    private DeskFixture fixture;
    private SavedViews views;

    @BeforeEach
    void start() {
        fixture = new DeskFixture(keys);
        views = new SavedViews(fixture.statements, fixture.random);
        fixture.rows(fixture.anna, fixture.bela);
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    private UUID add(Caller caller, String name) {
        return fixture.transactions.run(() -> views.add(caller, name, ROMANIAN));
    }

    private List<String> names(Caller caller) {
        return fixture.transactions.run(
                () -> views.of(caller).stream().map(SavedView::name).toList());
    }

    @Test
    void comesBackAsItWasSavedAndIsNobodyElses() {
        UUID id = add(fixture.anna, " Wegen Frau Rosa ");

        SavedView view =
                fixture.transactions.run(() -> views.find(fixture.anna, id)).orElseThrow();
        assertEquals("Wegen Frau Rosa", view.name());
        assertEquals(ROMANIAN, view.listing());
        assertEquals(List.of(), names(fixture.bela));
        assertFalse(fixture.transactions.run(() -> views.remove(fixture.bela, id)));
        assertFalse(fixture.transactions.run(() -> views.change(fixture.bela, id, "Meine", ROMANIAN)));
        assertEquals(List.of("Wegen Frau Rosa"), names(fixture.anna));
    }

    @Test
    void noWordOfItIsInTheDatabase() {
        add(fixture.anna, "Rosa");
        byte[] body = fixture.statements
                .list("SELECT wrap || body FROM saved_view", row -> row.getBytes(1))
                .get(0);
        String text = new String(body, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("Rosa") || text.contains("ro\""), "sealed");
    }

    @Test
    void keepsTheOrderThatItsPersonGivesThem() {
        add(fixture.anna, "eins");
        add(fixture.anna, "zwei");
        UUID three = add(fixture.anna, "drei");
        fixture.transactions.run(() -> {
            views.move(fixture.anna, three, true);
            views.move(fixture.anna, three, true);
            views.move(fixture.anna, three, true);
            return true;
        });
        assertEquals(List.of("drei", "eins", "zwei"), names(fixture.anna));
        assertTrue(fixture.transactions.run(() -> views.remove(fixture.anna, three)));
        assertEquals(List.of("eins", "zwei"), names(fixture.anna));
    }

    @Test
    void refusesTheTwentyFirstAndNamesThatAreNone() {
        for (int i = 0; i < SavedViews.MOST; i++) {
            add(fixture.anna, "Ansicht " + i);
        }
        assertRefused("too-many", "Noch eine");
        assertEquals(SavedViews.MOST, names(fixture.anna).size());
        assertRefused("required", "  ");
        assertRefused("too-long", "x".repeat(61));
        assertRefused("one-line", "zwei\nZeilen");
    }

    private void assertRefused(String reason, String name) {
        assertEquals(
                reason,
                assertThrows(InvalidInput.class, () -> add(fixture.anna, name)).reason());
    }

    @Test
    void remembersTheOrderOfEachFolderForEachPerson() {
        var orders = new ListOrders(fixture.statements);
        assertEquals(Sort.ACTIVITY, orders.of(fixture.anna.person(), Folder.TEAM));
        assertEquals(Sort.DUE, orders.of(fixture.anna.person(), Folder.DUE));
        orders.remember(fixture.anna.person(), Folder.TEAM, Sort.WAITING);
        orders.remember(fixture.anna.person(), Folder.TEAM, Sort.DUE);
        assertEquals(Sort.DUE, orders.of(fixture.anna.person(), Folder.TEAM));
        assertEquals(Sort.ACTIVITY, orders.of(fixture.bela.person(), Folder.TEAM));
    }
}
