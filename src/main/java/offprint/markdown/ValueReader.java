package offprint.markdown;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.document.PageSize;
import offprint.document.Settings;
import offprint.source.Findings;
import offprint.source.Place;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads what stands behind a key of the front matter as the kind of thing that it must be; what is
 * none is told.
 */
final class ValueReader {
  private static final Pattern DOI =
      Pattern.compile("(?:https?://(?:dx\\.)?doi\\.org/|doi:\\s*)?(10\\.\\d{4,9}/\\S+)");

  private final Findings findings;

  ValueReader(Findings findings) {
    this.findings = findings;
  }

  Optional<Fact<String>> scalar(Yaml yaml, Fact<String> key, Node value, String expected) {
    Optional<String> text = yaml.scalar(value);
    if (text.isEmpty()) {
      wrongKind(key, yaml.place(value), expected);
    }
    return text.map(t -> new Fact<>(t, yaml.place(value)));
  }

  List<String> list(Yaml yaml, Fact<String> key, Node value) {
    List<String> words = new ArrayList<>();
    if (value instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        scalar(yaml, key, item, "a list of texts").ifPresent(word -> words.add(word.value()));
      }
    } else {
      scalar(yaml, key, value, "a list of texts, or one with commas")
          .ifPresent(all -> words.addAll(List.of(all.value().split("\\s*,\\s*"))));
    }
    words.removeIf(String::isBlank);
    return words.stream().distinct().toList();
  }

  <E extends Enum<E>> Optional<E> choice(Fact<String> key, Fact<String> text, E[] choices) {
    List<String> words = new ArrayList<>();
    for (E choice : choices) {
      String word = choice.name().toLowerCase(Locale.ROOT);
      if (word.equals(text.value().toLowerCase(Locale.ROOT))) {
        return Optional.of(choice);
      }
      words.add(word);
    }
    String last = words.removeLast();
    wrongKind(key, text.place(), String.join(", ", words) + " or " + last);
    return Optional.empty();
  }

  static String truth(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "yes", "on" -> "true";
      case "no", "off" -> "false";
      default -> word;
    };
  }

  Optional<Boolean> truth(Fact<String> key, Fact<String> text) {
    switch (truth(text.value())) {
      case "true":
        return Optional.of(true);
      case "false":
        return Optional.of(false);
      default:
        wrongKind(key, text.place(), "true or false");
        return Optional.empty();
    }
  }

  Optional<Fact<LocalDate>> day(String key, Fact<String> text) {
    Optional<LocalDate> day = WrittenDate.dayOrPeriod(text.value());
    if (day.isEmpty()) {
      String why = WrittenDate.isAmbiguous(text.value()) ? "means two days, and " : "";
      findings.error(
          "wrong-kind",
          text.place(),
          "'" + text.value() + "' " + why + "is not a date for '" + key + "'",
          "write it as 2025-12-01, or as 1 December 2025");
    }
    return day.map(d -> new Fact<>(d, text.place()));
  }

  Optional<Fact<String>> language(Fact<String> text) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(text.value().replace('_', '-')).build();
      if (locale.getLanguage().length() == 2 || locale.getLanguage().length() == 3) {
        return Optional.of(new Fact<>(locale.toLanguageTag(), text.place()));
      }
    } catch (IllformedLocaleException noTag) {
      // told below
    }
    wrongKind(
        new Fact<>("lang", text.place()), text.place(), "a language tag, such as en or de-CH");
    return Optional.empty();
  }

  Fact<String> identifier(Fact<String> written, Fact<String> text) {
    Matcher doi = DOI.matcher(text.value());
    if (doi.matches()) {
      return new Fact<>(doi.group(1), text.place());
    }
    if (written.value().equalsIgnoreCase("doi")) {
      findings.warning(
          "odd-doi",
          text.place(),
          "'" + text.value() + "' does not look like a DOI",
          "a DOI begins with 10. and has a slash, such as 10.1000/182");
    }
    return text;
  }

  Optional<PageSize> pageSize(Fact<String> written, Fact<String> text) {
    PageSize size = PageSize.of(text.value());
    if (size == null) {
      String names = String.join(", ", PageSize.names());
      wrongKind(written, text.place(), names + " or measures such as 6x9in or 148x210mm");
    }
    return Optional.ofNullable(size);
  }

  Optional<Integer> pixels(Fact<String> written, Fact<String> text) {
    Integer pixels = Settings.pixels(text.value());
    if (pixels == null) {
      wrongKind(written, text.place(), "a number of pixels from 100 to 9999");
    }
    return Optional.ofNullable(pixels);
  }

  void wrongKind(Fact<String> key, Place place, String expected) {
    findings.error(
        "wrong-kind", place, "'" + key.value() + "' in the front matter is not " + expected, null);
  }

  /** Other programs have the same word for a list or a table of their own. */
  void foreign(Fact<String> key) {
    findings.warning(
        "foreign-key",
        key.place(),
        "'" + key.value() + "' is a list or a table, as another program has it, and is not used",
        null);
  }

  void unknown(String written, String folded, List<String> known, Place place) {
    findings.info(
        "unknown-key",
        place,
        "the front matter's '" + written + "' is not known, and not used",
        Yaml.nearest(folded, known).map(near -> "did you mean '" + near + "'?").orElse(null));
  }
}
