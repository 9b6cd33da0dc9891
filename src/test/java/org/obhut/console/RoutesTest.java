package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.ticket.Folder;

class RoutesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/new",
                "/tickets/2e510202-1111-4111-8111-111111111111?folder=team",
                "/quarantine",
                "/calls/new",
                "/admin/mailboxes",
                "/start",
                "/access",
                "/recovery"
            })
    void goesOnToPagesOfTheConsole(String wanted) {
        assertEquals(wanted, Routes.onward(wanted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/desk/new",
                "//elsewhere.example/desk",
                "/\\elsewhere.example",
                "/desk/../../elsewhere",
                "/sign-out",
                "/desk/new\r\nSet-Cookie: x=1",
                "javascript:alert(1)",
                "/tickets/1?folder=team&to=//elsewhere.example",
                ""
            })
    void goesOnToNothingElse(String wanted) {
        assertEquals("/", Routes.onward(wanted));
    }

    @Test
    void knowsItsOwnFolderNames() {
        for (Folder folder : Folder.values()) {
            assertEquals(folder, Routes.folder(Routes.name(folder)).orElseThrow());
        }
        assertTrue(Routes.folder("NEW").isEmpty());
    }
}
