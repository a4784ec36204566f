package offprint.archive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import offprint.document.LinkList;
import offprint.document.PageSize;
import offprint.document.Settings;
import offprint.document.Settings.Builder;
import org.jspecify.annotations.Nullable;

/** Settings in words, named as the command line and the front matter name them. */
public final class SettingWords {
  private static final List<Word> WORDS =
      List.of(
          new Word("theme", Settings::theme, Builder::theme),
          choice("links", Settings::links, LinkList.Mode.values(), Builder::links),
          choice(
              "placeholder-links",
              Settings::placeholders,
              Settings.Placeholders.values(),
              Builder::placeholders),
          choice("repair", Settings::repair, Settings.Repair.values(), Builder::repair),
          new Word("base-url", Settings::baseUrl, Builder::baseUrl),
          new Word(
              "page-size",
              settings -> settings.pageSize() == null ? null : settings.pageSize().words(),
              (builder, word) -> builder.pageSize(PageSize.of(word))),
          choice("sides", Settings::sides, Settings.Sides.values(), Builder::sides),
          choice("toc", Settings::contents, Settings.Contents.values(), Builder::contents),
          whether("smart", Settings::smart, Builder::smart),
          whether("drop-cap", Settings::dropCap, Builder::dropCap),
          whether("math", Settings::math, Builder::math),
          new Word(
              "picture-pixels",
              settings ->
                  settings.picturePixels() == null
                      ? null
                      : String.valueOf(settings.picturePixels()),
              (builder, word) -> builder.picturePixels(Settings.pixels(word))));

  private SettingWords() {}

  private record Word(
      String name, Function<Settings, @Nullable String> say, BiConsumer<Builder, String> hear) {}

  private static <E extends Enum<E>> Word choice(
      String name,
      Function<Settings, @Nullable E> asked,
      E[] kinds,
      BiConsumer<Builder, @Nullable E> ask) {
    return new Word(
        name,
        settings -> {
          E kind = asked.apply(settings);
          return kind == null ? null : kind.name().toLowerCase(Locale.ROOT);
        },
        (builder, word) -> {
          for (E kind : kinds) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
              ask.accept(builder, kind);
            }
          }
        });
  }

  private static Word whether(
      String name,
      Function<Settings, @Nullable Boolean> asked,
      BiConsumer<Builder, @Nullable Boolean> ask) {
    return new Word(
        name,
        settings -> asked.apply(settings) == null ? null : String.valueOf(asked.apply(settings)),
        (builder, word) -> ask.accept(builder, Boolean.valueOf(word)));
  }

  /** What is asked for, in a fixed order. */
  public static Map<String, String> of(Settings settings) {
    Map<String, String> words = new LinkedHashMap<>();
    for (Word word : WORDS) {
      String said = word.say.apply(settings);
      if (said != null) {
        words.put(word.name, said);
      }
    }
    return words;
  }

  /** The settings that words ask for; a word that is not known asks for nothing. */
  public static Settings read(Map<String, String> words) {
    Builder builder = Settings.builder();
    for (Word word : WORDS) {
      String said = words.get(word.name);
      if (said != null) {
        word.hear.accept(builder, said);
      }
    }
    return builder.build();
  }
}
