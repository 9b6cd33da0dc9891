package org.obhut.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Replies that have HTML alone, in the ways of mail programs: their structure tells the quote where no phrase does. */
class HtmlQuotesTest {

    @TestFactory
    Stream<DynamicTest> partsAnswerAndQuoteByStructure() throws Exception {
        String[] cases = QuoteSet.resource("quotes/html.txt").substring(3).split("\n== ");
        assertTrue(cases.length >= 20, "cases " + cases.length);
        return Arrays.stream(cases).map(HtmlQuotesTest::test);
    }

    private static DynamicTest test(String mail) {
        String name = mail.substring(0, mail.indexOf('\n'));
        String[] parts = mail.substring(name.length() + 1).split("\n-- new\n");
        return DynamicTest.dynamicTest(
                name, () -> assertEquals(parts[1].strip(), QuotedText.newText(HtmlText.of(parts[0]))));
    }
}
