package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.obhut.ticket.Address;

class AddressListTest {

    private static List<Address> read(String raw) {
        return AddressList.read(raw);
    }

    @Test
    void neitherNamesNorAddressesHaveControlCharacters() {
        assertEquals(
                List.of(new Address("Mi ra", "mira@client.example")),
                read("Mi\0\33ra <mi\0ra@\7client.ex\u0085ample>"));
        assertEquals(
                List.of(new Address("M", "mira@client.example")), read("=?utf-8?Q?M=00=0D=0A?= <mira@client.example>"));
        assertEquals(List.of(new Address("a b", "mira@client.example")), read("mira@client.example (a\1b)"));
    }

    @Test
    void aCommentBesideAnAddressIsItsName() {
        assertEquals(
                List.of(new Address("Mira Muster", "mira@client.example")), read("mira@client.example (Mira Muster)"));
        assertEquals(List.of(new Address("Mira", "mira@client.example")), read("Mira mira@client.example "));
        assertEquals(List.of(new Address("M. Muster", "m@client.example")), read(" M. Muster m@client.example"));
        assertEquals(List.of(new Address(null, "mira.m@client.example")), read("mira . m @ client.example"));
    }

    @Test
    void aNameIsNoLongerThanALine() {
        assertEquals(
                MailParser.LONGEST_LINE,
                read("x".repeat(5_000) + " <mira@client.example>").get(0).name().length());
    }
}
