package org.obhut.textblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.AccountWasReset;
import org.obhut.account.Refused;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.Seals;
import org.obhut.platform.HeardEvent;
import org.obhut.retention.FileSuperseded;
import org.obhut.ticket.DeskFixture;

/** Whose blocks are whose, and what of them lies open. */
class TextBlocksIT {

    private static final UUID NONE = new UUID(0, 0);

    private final List<FileSuperseded> superseded = new ArrayList<>();
    private DeskFixture fixture;
    private OwnBlocks own;
    private TextBlocks blocks;

    @BeforeEach
    void start(@TempDir Path keys) {
        fixture = new DeskFixture(keys);
        own = new OwnBlocks(
                fixture.statements,
                new Sealer(fixture.keys, fixture.random),
                new Seals(fixture.statements, fixture.clock),
                HeardEvent.by(superseded::add),
                fixture.random);
        blocks = new TextBlocks(new TeamBlocks(fixture.statements), own, fixture.random);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private <T> T at(Function<TextBlocks, T> use) {
        return fixture.transactions.run(() -> use.apply(blocks));
    }

    private void keepOwn(String prefix, String language, String text) {
        at(all -> {
            all.keepOwn(fixture.anna, null, new TextBlock(NONE, prefix, language, "Titel", text));
            return true;
        });
    }

    @Test
    void anOwnBlockOpensForItsWriterAlone() {
        keepOwn("gruss", "de", "Geheimer Gruß");
        assertEquals("Geheimer Gruß", at(all -> all.own(fixture.anna)).get(0).text());
        assertEquals(List.of(), at(all -> all.own(fixture.bela)));
        byte[] body = fixture.statements
                .list("SELECT body FROM own_blocks WHERE person_id = ?", row -> row.getBytes(1), fixture.anna.person())
                .get(0);
        assertFalse(new String(body, StandardCharsets.UTF_8).contains("Geheimer"));
    }

    @Test
    void eachChangeIsANewFileAndTheOneBeforeIsGone() {
        keepOwn("gruss", "de", "Eins");
        keepOwn("gruss", "de", "Zwei");
        keepOwn("gruss", "ro", "Trei");
        assertEquals(2, superseded.size());
        assertEquals(
                List.of("Zwei", "Trei"),
                at(all -> all.own(fixture.anna)).stream().map(TextBlock::text).toList());
        assertEquals("Trei", at(all -> all.toInsert(fixture.anna, "ro")).get(0).text());
    }

    @Test
    void aResetTakesOwnBlocksAway() {
        keepOwn("gruss", "de", "Eins");
        fixture.transactions.run(() -> {
            own.reset(new AccountWasReset(fixture.anna.person(), LocalDate.of(2026, 3, 2)));
            return true;
        });
        assertEquals(List.of(), at(all -> all.own(fixture.anna)));
    }

    @Test
    void leadsKeepATeamsBlocksAndMembersInsertThem() {
        TextBlock block = new TextBlock(NONE, "zeiten", "de", "Zeiten", "Mo bis Fr");
        assertThrows(
                Refused.class,
                () -> at(all -> {
                    all.keep(fixture.anna, fixture.team, null, block);
                    return true;
                }));
        int added = at(all -> all.addStarters(fixture.leyla, fixture.team));
        assertTrue(added > 0);
        int more = at(all -> all.addStarters(fixture.leyla, fixture.team));
        assertEquals(0, more);
        at(all -> {
            all.keep(fixture.leyla, fixture.team, null, block);
            return true;
        });
        assertEquals(
                "Mo bis Fr",
                at(all -> all.toInsert(fixture.anna, "de")).stream()
                        .filter(each -> each.prefix().equals("zeiten"))
                        .findFirst()
                        .orElseThrow()
                        .text());
        assertEquals(List.of(), at(all -> all.toInsert(fixture.ion, "de")));
        assertThrows(Refused.class, () -> at(all -> all.ofTeam(fixture.ion, fixture.team)));
        assertThrows(Refused.class, () -> at(all -> all.own(fixture.admin)));
    }
}
