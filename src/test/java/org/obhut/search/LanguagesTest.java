package org.obhut.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obhut.search.Shelved.Sample;

/** A word is found in other forms of its language, with and without its accents, and not in another word. */
class LanguagesTest {

    private final Shelved shelved = new Shelved();
    private final Reading anna = shelved.session("anna");

    @AfterEach
    void close() {
        shelved.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de|Ich suche zwei kleine Wohnungen in Köln|Wohnung |Mahnung ",
                "de|Die Behörde hat geschrieben|Behörden |Geburt ",
                "de|Wir brauchen Ärzte|Aerzte |Arbeit ",
                "de|Fragen zur Größe|groesse |Grube ",
                "en|She keeps asking about her residence permits|permit |perm ",
                "ro|Am nevoie de informații despre întâlniri|informatii |interes ",
                "ro|Am nevoie de informaţii despre acte|informații |interes ",
                "bg|Търся квартири в София|квартирата |карта ",
                "es|Necesito hablar con las abogadas|abogada |abono ",
                "es|Tengo una pregunta sobre la inscripción|inscripciones |insulto ",
                "ru|Мне нужны документы для работы|документов |доктор ",
                "ru|Ещё один вопрос|еще |ешь ",
                "tr|Evlerimiz için yardım lazım|ev |evet ",
                "tr|Kadınların kaydı|kadin |kadife ",
                "hu|Segítségre van szükségem a lakásokhoz|lakások |lakodalom ",
                "fr|Elle cherche des logements|logement |logique ",
                "pl|Potrzebuję pomocy z mieszkaniem|potrzebuje |potrawa ",
                "sq|Kam nevojë për ndihmë|nevoje |nevojshme ",
                "uk|Мені потрібна допомога|потрібна |потім "
            })
    void findsTheFormsOfAWord(String language, String text, String found, String other) {
        Sample sample = new Sample().language(language).mail(text);
        shelved.put(anna, sample);
        assertEquals(List.of(sample.id), shelved.found(anna, found + " "), found);
        assertEquals(List.of(), shelved.found(anna, other + " "), other);
    }

    @Test
    void findsNotesInTheServicesLanguagesWhateverTheClientSpeaks() {
        Sample sample = new Sample().language("ro").mail("Bună ziua").note("Wartet auf zwei Bescheide");
        shelved.put(anna, sample);
        assertEquals(List.of(sample.id), shelved.found(anna, "Bescheid "));
    }

    @Test
    void findsWhatBeginsAsTheLastWordDoes() {
        Sample sample = new Sample().mail("Es geht um das Wohngeld");
        shelved.put(anna, sample);
        assertEquals(List.of(sample.id), shelved.found(anna, "wohng"));
        assertEquals(List.of(sample.id), shelved.found(anna, "wohn* "));
        assertEquals(List.of(), shelved.found(anna, "wohn "));
    }

    @Test
    void findsPhrasesAsWrittenAndLeavesOut() {
        Sample one = new Sample().mail("Die neue Wohnung ist teuer");
        Sample two = new Sample().mail("Die Wohnung ist neu").mail("Wohnung ohne Heizung");
        shelved.put(anna, one, two);
        assertEquals(List.of(one.id), shelved.found(anna, "\"neue Wohnung\""));
        assertEquals(List.of(two.id), shelved.found(anna, "Wohnung -teuer"));
        assertEquals(List.of(), shelved.found(anna, "\"neu Wohnung\""), "no phrase reaches from mail to mail");
    }

    @Test
    void findsNamesAddressesFilesCodesAndNumbers() {
        Sample sample = new Sample()
                .people("Rosa Müller", "rosa.m-1987@client.example", "0211 / 98 76-54")
                .mail("Anbei", "Mietvertrag_März.pdf");
        shelved.put(anna, sample, new Sample().people("Rosalia").mail("anbei"));
        for (String words : List.of(
                "rosa muller ",
                "rosa.m-1987@client.example",
                "1987",
                "client.example rosa ",
                "mietvertrag ",
                "Mietvertrag_März.pdf ",
                "+49 211 987654",
                sample.id.toString(),
                sample.id.toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT) + " ",
                "tokenof" + sample.id)) {
            assertEquals(List.of(sample.id), shelved.found(anna, words), words);
        }
    }
}
