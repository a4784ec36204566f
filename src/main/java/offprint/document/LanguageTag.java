package offprint.document;

import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A BCP 47 tag. */
public final class LanguageTag {
  private LanguageTag() {}

  /** A language tag in its usual letters; null for what is none (BCP 47, section 2.1). */
  public static @Nullable String wellFormed(String tag) {
    try {
      String language = new Locale.Builder().setLanguageTag(tag.strip()).build().toLanguageTag();
      return language.equals("und") ? null : language;
    } catch (IllformedLocaleException e) {
      return null;
    }
  }
}
