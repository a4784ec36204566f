package offprint.style;

import com.helger.css.utils.ECSSColor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Colours as sheets say them (CSS Color 4): names, hexadecimal, {@code rgb()}. */
final class Colours {
  private Colours() {}

  /** Null where the term is no colour, or one that can be seen through. */
  static Style.@Nullable Colour of(String term) {
    String word = term.toLowerCase(Locale.ROOT);
    if (word.startsWith("#")) {
      return ofHex(word.substring(1));
    }
    String parts = Value.argument(word, "rgb");
    if (parts != null) {
      return ofParts(parts);
    }
    ECSSColor named = ECSSColor.getFromNameCaseInsensitiveOrNull(word);
    return named == null
        ? null
        : new Style.Colour(named.getRed(), named.getGreen(), named.getBlue());
  }

  private static Style.@Nullable Colour ofHex(String digits) {
    if (!digits.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)) {
      return null;
    }
    return switch (digits.length()) {
      case 3 -> ofHex(doubled(digits));
      case 6 -> {
        int rgb = Integer.parseInt(digits, 16);
        yield new Style.Colour(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF);
      }
      default -> null;
    };
  }

  private static String doubled(String digits) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      out.append(digits.charAt(i)).append(digits.charAt(i));
    }
    return out.toString();
  }

  private static Style.@Nullable Colour ofParts(String arguments) {
    List<Integer> parts = new ArrayList<>();
    for (String term : Value.of(arguments).terms()) {
      Length length = Length.of(term);
      if (length != null && (length.isNumber() || length.isPercentage())) {
        double amount = length.isPercentage() ? length.amount() * 255 / 100 : length.amount();
        parts.add((int) Math.round(Math.max(0, Math.min(255, amount))));
      } else if (!term.equals(",")) {
        return null;
      }
    }
    return parts.size() == 3 ? new Style.Colour(parts.get(0), parts.get(1), parts.get(2)) : null;
  }
}
