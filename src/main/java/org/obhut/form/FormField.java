package org.obhut.form;

import java.util.List;

/** What a form asks for, as far as it matters here, and how forms in use call it. */
public enum FormField {
    /** Where the client wants the answer. */
    ADDRESS(
            "address-field",
            "E-Mail-Adresse, E-Mailadresse, Emailadresse, E-Mail, Email, e-Mail Adresse, Mailadresse, Mail, Adresse,"
                    + " Ihre E-Mail-Adresse, Ihre E-Mail, Deine E-Mail-Adresse, Deine E-Mail,"
                    + " Email address, E-mail address, Your email, Your email address,"
                    + " Adresa de e-mail, Adresă de e-mail, Adresa de email, Adresa, Имейл, Имейл адрес, Електронна поща,"
                    + " Correo electrónico, Correo, Email cím, E-mail cím, Adres e-mail, Adres email,"
                    + " Электронная почта, Эл. почта, E-posta, E-posta adresi, อีเมล, Adresse e-mail, Courriel, Adresse électronique,"
                    + " Endereço de e-mail, Adresa e emailit, 邮箱, 电子邮件, 电子邮箱"),
    NAME(
            "name-field",
            "Name, Ihr Name, Dein Name, Vorname, Nachname, Vor- und Nachname, First name, Last name, Your name, Full name,"
                    + " Nume, Prenume, Numele, Име, Фамилия, Nombre, Apellidos, Név, Imię, Nazwisko, Имя, İsim, Ad, Soyad, Adınız, ชื่อ,"
                    + " Nom, Prénom, Nome, Emri, 姓名, 名字"),
    SUBJECT(
            "subject-field",
            "Betreff, Thema, Anliegen, Subject, Topic, Subiect, Относно, Тема, Asunto, Tárgy, Temat, Konu, หัวข้อ, Objet, Sujet,"
                    + " Assunto, Subjekti, 主题"),
    /** What the client wrote; runs on until the next known label. */
    TEXT(
            "text-field",
            "Nachricht, Ihre Nachricht, Deine Nachricht, Mitteilung, Anfrage, Frage, Ihre Frage, Text, Kommentar,"
                    + " Message, Your message, Comment, Question, Mesaj, Mesajul, Съобщение, Mensaje, Üzenet, Wiadomość, Сообщение,"
                    + " Mesajınız, ข้อความ, Votre message, Mensagem, Mesazhi, 留言, 消息"),
    LANGUAGE(
            "language-field",
            "Sprache, Ihre Sprache, Language, Limba, Език, Idioma, Nyelv, Język, Язык, Dil, ภาษา, Langue, Língua, Gjuha, 语言"),
    /** A number to call back. */
    PHONE(
            "phone-field",
            "Telefon, Telefonnummer, Tel, Tel., Handy, Handynummer, Mobil, Mobilnummer, Rückruf, Rückrufnummer, Phone, Phone number,"
                    + " Telephone, Mobile, Număr de telefon, Telefonul, Телефон, Teléfono, Telefonszám, Numer telefonu, Номер телефона,"
                    + " Telefon numarası, โทรศัพท์, Téléphone, Telefone, Telemóvel, Telefoni, 电话"),
    /** Traces of the client's machine, which are not kept. */
    LEFT_OUT(
            "left-out-fields",
            "IP, IP-Adresse, IP Adresse, IP address, IP-Address, Remote IP, Remote address, User agent, User-Agent, Browser, Referrer,"
                    + " Referer");

    private final String setting;
    private final String usual;

    FormField(String setting, String usual) {
        this.setting = setting;
        this.usual = usual;
    }

    /** How the settings call it. */
    public String setting() {
        return setting;
    }

    /** The labels that are looked for where none are set. */
    List<String> usual() {
        return FormLabels.list(usual);
    }
}
