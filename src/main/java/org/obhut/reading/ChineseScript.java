package org.obhut.reading;

/**
 * In which of its two scripts a Chinese text is written, by characters that are in nearly every mail and have another form in the
 * other script.
 */
final class ChineseScript {

    /** Each in its simplified and its traditional form. */
    private static final String PAIRS =
            "们們这這个個来來时時国國会會说說对對还還没沒么麼过過后後为為学學关關问問题題点點样樣头頭电電话話请請谢謝给給让讓应應该該间間开開长長门門见見现現钱錢写寫东東车車书書买買"
                    + "卖賣听聽读讀语語证證护護预預约約询詢务務税稅银銀医醫药藥检檢办辦帮幫难難爱愛觉覺记記认認识識总總经經从從两兩几幾岁歲边邊进進远遠离離网網号號码碼机機顾顧张張陈陳刘劉黄黃吴吳";

    private ChineseScript() {}

    /** {@code zh-Hant} where the traditional forms prevail, else {@code zh}: the tag of most who write it. */
    static String of(String text) {
        int balance = 0;
        for (int i = 0; i < text.length(); i++) {
            int at = PAIRS.indexOf(text.charAt(i));
            if (at >= 0) {
                balance += at % 2 == 0 ? -1 : 1;
            }
        }
        return balance > 0 ? "zh-Hant" : "zh";
    }
}
