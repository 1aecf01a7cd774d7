package io.aftercare.followup.optout;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the pages say, in the language that the reader's browser asks for.
 *
 * @param tag BCP 47, as the page says it of itself
 */
record OptOutWords(
    String tag,
    String title,
    String question,
    String button,
    String kept,
    String keptText,
    String unknown,
    String unknownText,
    String later,
    String laterText) {

  private static final List<OptOutWords> ALL =
      List.of(
          new OptOutWords(
              "en",
              "No more messages",
              "Shall we stop sending you messages like this one, by this way?",
              "Yes, stop them",
              "Done",
              "You will get no more messages like this one by this way. Any store can change that for you.",
              "This link does not work",
              "Please open the link exactly as it stands in the message, or tell any of our stores.",
              "That did not work just now",
              "Nothing has been changed. Please try again in a few minutes, or tell any of our stores."),
          new OptOutWords(
              "zh-Hans",
              "不再接收消息",
              "是否不再通过此方式向您发送此类消息？",
              "是的，停止发送",
              "已办理",
              "您将不再通过此方式收到此类消息。如需更改，请到任一门店办理。",
              "此链接无效",
              "请按消息中的原样打开链接，或告知我们任一门店。",
              "暂时未能办理",
              "没有作任何更改。请几分钟后重试，或告知我们任一门店。"),
          new OptOutWords(
              "th",
              "ไม่รับข้อความอีก",
              "ต้องการให้เราหยุดส่งข้อความเช่นนี้ทางช่องทางนี้หรือไม่",
              "ใช่ หยุดส่ง",
              "เรียบร้อยแล้ว",
              "คุณจะไม่ได้รับข้อความเช่นนี้ทางช่องทางนี้อีก หากต้องการเปลี่ยน แจ้งได้ที่ร้านของเราทุกสาขา",
              "ลิงก์นี้ใช้ไม่ได้",
              "กรุณาเปิดลิงก์ตามที่อยู่ในข้อความ หรือแจ้งร้านของเราสาขาใดก็ได้",
              "ยังทำรายการไม่ได้ในขณะนี้",
              "ยังไม่มีการเปลี่ยนแปลงใด ๆ กรุณาลองใหม่ในอีกไม่กี่นาที หรือแจ้งร้านของเราสาขาใดก็ได้"));

  /**
   * @param languages the header Accept-Language; absent or nonsense is English
   */
  static OptOutWords in(@Nullable String languages) {
    try {
      return Locale.LanguageRange.parse(languages == null ? "en" : languages).stream()
          .map(range -> Locale.forLanguageTag(range.getRange()).getLanguage())
          .flatMap(language -> ALL.stream().filter(words -> words.speaks(language)))
          .findFirst()
          .orElse(ALL.getFirst());
    } catch (IllegalArgumentException nonsense) {
      return ALL.getFirst();
    }
  }

  private boolean speaks(String language) {
    return Locale.forLanguageTag(tag).getLanguage().equals(language);
  }
}
