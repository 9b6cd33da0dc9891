package org.obhut.reading;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words by which mail programs introduce a quote, in the languages in which clients' programs are set. */
final class QuotePhrases {

    /** Longer candidates are somebody's sentence, not a program's line. */
    static final int LONGEST = 400;

    private static final Pattern WROTE = Pattern.compile(
            "(?<!\\p{L})(wrote|writes|schrieb|schreibt|geschrieben|a écrit|écrivait|ecrit|escribió|escribio|a scris|scris|написа|написал|написала"
                    + "|написал\\(а\\)|пишет|пише|написав|написала|ha scritto|scrive|scrisse|schreef|geschreven|skrev|skrifaði|napisał|napisała"
                    + "|napisał\\(a\\)|pisze|napsal|napsala|napísal|napisal|napisao|je napisao|írta|kirjoitti|escreveu|yazdı|yazmış|shkroi|έγραψε|rašė|kirjutas)"
                    + "(?!\\p{L})|写道|寫道|寫到|写到|さんは書きました|작성|เขียน|כתב|كتب",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern ENDING = Pattern.compile("([:：]|>|wrote|-{2,})\\s*\\*?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHEN_OR_WHOM =
            Pattern.compile("\\d{1,2}[:.]\\d{2}|(?<!\\d)(19|20)\\d{2}(?!\\d)|\\S@\\S");
    private static final Pattern DATED = Pattern.compile(
            "^(\\d{4}-\\d{1,2}-\\d{1,2} \\d{1,2}:\\d{2} (GMT|UTC)[+-]\\d{1,2}:?\\d{2} \\S.*|\\d{4}/\\d{1,2}/\\d{1,2} [^<]*<[^>]*@[^>]*>:?)$");

    private static final Pattern SEPARATOR = Pattern.compile(
            "^[\\s>*_]*-{2,}\\s*(original message|original appointment|forwarded message|ursprüngliche nachricht|originalnachricht|original-nachricht"
                    + "|weitergeleitete nachricht|mensaje original|mensaje reenviado|message d'origine|message original|message transféré"
                    + "|mesaj original|mesajul original|mesaj redirecționat|оригинално съобщение|препратено съобщение|исходное сообщение"
                    + "|пересылаемое сообщение|messaggio originale|messaggio inoltrato|mensagem original|oorspronkelijk bericht|ursprungligt meddelande"
                    + "|oprindelig meddelelse|wiadomość oryginalna|eredeti üzenet|orijinal mesaj|původní zpráva|alkuperäinen viesti|mesazhi origjinal)"
                    + "\\s*-{2,}[\\s*]*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern FORWARD = Pattern.compile(
            "^[\\s>]*(begin forwarded message|anfang der weitergeleiteten nachricht|inicio del mensaje reenviado|début du message réexpédié|début du message transféré"
                    + "|începutul mesajului redirecționat|начало на препратено съобщение|начало переадресованного сообщения|inizio messaggio inoltrato):\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Set<String> FROM = Set.of(
            "from",
            "von",
            "de",
            "de la",
            "от",
            "от кого",
            "da",
            "van",
            "från",
            "fra",
            "od",
            "kimden",
            "gönderen",
            "feladó",
            "lähettäjä",
            "expéditeur",
            "remitente",
            "expeditor",
            "від",
            "nga",
            "发件人",
            "寄件者",
            "寄件人",
            "差出人");

    private static final Set<String> OTHERS = Set.of(
            "sent",
            "date",
            "to",
            "cc",
            "subject",
            "reply-to",
            "gesendet",
            "datum",
            "an",
            "kopie",
            "betreff",
            "antwort an",
            "enviado",
            "enviado el",
            "fecha",
            "para",
            "asunto",
            "responder a",
            "envoyé",
            "à",
            "objet",
            "répondre à",
            "trimis",
            "data",
            "dată",
            "către",
            "catre",
            "la",
            "subiect",
            "изпратено",
            "дата",
            "до",
            "относно",
            "тема",
            "кому",
            "отправлено",
            "копия",
            "копие",
            "risposta",
            "inviato",
            "a",
            "oggetto",
            "enviada",
            "assunto",
            "verzonden",
            "aan",
            "onderwerp",
            "skickat",
            "till",
            "ämne",
            "sendt",
            "til",
            "emne",
            "wysłano",
            "do",
            "temat",
            "dw",
            "odesláno",
            "komu",
            "předmět",
            "gönderme tarihi",
            "tarih",
            "kime",
            "konu",
            "elküldve",
            "dátum",
            "címzett",
            "tárgy",
            "lähetetty",
            "vastaanottaja",
            "aihe",
            "надіслано",
            "dërguar",
            "për",
            "subjekti",
            "发送时间",
            "收件人",
            "主题",
            "日期",
            "主旨",
            "收件者");

    private QuotePhrases() {}

    /** Whether this line, or these lines joined, says who wrote when. Certain enough to cut even where no {@code >} follows. */
    static boolean certain(String line) {
        String text = bare(line);
        return text.length() <= LONGEST
                && (DATED.matcher(text).matches()
                        || ENDING.matcher(text).find()
                                && WROTE.matcher(text).find()
                                && WHEN_OR_WHOM.matcher(text).find());
    }

    /** Whether this reads as an introduction of the quoted lines that follow it. */
    static boolean introduction(String line) {
        String text = bare(line);
        return text.length() <= LONGEST
                && (DATED.matcher(text).matches()
                        || ENDING.matcher(text).find()
                                && (WROTE.matcher(text).find()
                                        || WHEN_OR_WHOM.matcher(text).find()));
    }

    /** Whether an introduction that was broken at this line's end goes on in the next: it names a time, or stops before an address. */
    static boolean goesOn(String line) {
        String text = line.strip();
        return !text.isEmpty()
                && text.length() < 200
                && (text.endsWith("<") || WHEN_OR_WHOM.matcher(text).find() && !text.matches(".*[.!?:>]$"));
    }

    static boolean separator(String line) {
        return line.length() <= LONGEST
                && (SEPARATOR.matcher(line).matches() || FORWARD.matcher(line).matches());
    }

    static boolean from(String line) {
        return FROM.contains(label(line));
    }

    static boolean otherField(String line) {
        return OTHERS.contains(label(line));
    }

    private static String bare(String line) {
        return line.replaceFirst("^[\\s>*-]+", "").strip();
    }

    /** The word before the colon of a quoted header line, without the marks that bold text leaves. */
    private static String label(String line) {
        int colon = Math.max(line.indexOf(':'), line.indexOf('：'));
        return colon < 1 || colon > 40
                ? ""
                : line.substring(0, colon).replaceAll("[*>_|]", "").strip().toLowerCase(Locale.ROOT);
    }
}
