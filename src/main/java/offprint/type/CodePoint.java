package offprint.type;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.source.Place;
import offprint.source.Source;
import org.jspecify.annotations.Nullable;

/** A character, to be spoken of. */
record CodePoint(int value) {

  /** Its number in hexadecimal digits, four of them or six. */
  String digits() {
    String hex = Integer.toHexString(value).toUpperCase(Locale.ROOT);
    int length = hex.length() <= 4 ? 4 : 6;
    return "0".repeat(length - hex.length()) + hex;
  }

  /** Where it stands first in an article, as itself or by its number; else the article. */
  Place firstIn(Source source) {
    int offset = source.text().indexOf(value);
    if (offset < 0) {
      String hex = Integer.toHexString(value);
      Matcher number =
          Pattern.compile("&#(?:[xX]0*(?i:" + hex + ")|0*" + value + ");").matcher(source.text());
      offset = number.find() ? number.start() : -1;
    }
    return offset < 0 ? Place.of(source.name()) : source.at(offset);
  }

  /** The script that it is of; null if it is of several, or of none that is known. */
  Character.@Nullable UnicodeScript script() {
    Character.UnicodeScript script = Character.UnicodeScript.of(value);
    return switch (script) {
      case COMMON, INHERITED, UNKNOWN -> null;
      default -> script;
    };
  }

  @Override
  public String toString() {
    return "U+" + digits();
  }
}
