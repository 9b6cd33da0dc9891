package org.obhut.directory;

import java.util.EnumMap;
import java.util.Map;

/** Fields of an invented organisation. */
final class OrganisationFields {

    private OrganisationFields() {}

    static Map<Field, String> whole() {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        fields.put(Field.NAME, "Fachberatung Rheinbogen");
        fields.put(Field.KIND, "counselling-centre");
        fields.put(Field.TOWN, "Köln");
        fields.put(Field.STREET, "Uferweg 3");
        fields.put(Field.REGIONS, "koeln leverkusen");
        fields.put(Field.SERVICES, "health-counselling accompaniment");
        fields.put(Field.LANGUAGES, "de ro bg");
        fields.put(Field.HOURS, "Tu 10:00-13:00; Th 13:00-18:00");
        fields.put(Field.PHONE, "+49 221 4710226");
        fields.put(Field.MAIL, "kontakt@rheinbogen.example");
        fields.put(Field.WEB, "https://rheinbogen.example/");
        fields.put(Field.FREE, "yes");
        fields.put(Field.WALK_IN, "yes");
        fields.put(Field.CHECKED_ON, "2026-11-03");
        return fields;
    }
}
