package offprint.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The properties that choose among a face's features, by their OpenType tags. */
final class FeatureProperties {
  private static final Map<String, List<String>> CAPITALS =
      Map.of(
          "normal", List.of(),
          "small-caps", List.of("smcp"),
          "all-small-caps", List.of("smcp", "c2sc"),
          "petite-caps", List.of("pcap"),
          "all-petite-caps", List.of("pcap", "c2pc"),
          "unicase", List.of("unic"),
          "titling-caps", List.of("titl"));

  private static final Map<String, List<String>> FIGURES =
      Map.of(
          "oldstyle-nums", List.of("onum"),
          "lining-nums", List.of("lnum"),
          "tabular-nums", List.of("tnum"),
          "proportional-nums", List.of("pnum"),
          "diagonal-fractions", List.of("frac"),
          "stacked-fractions", List.of("afrc"),
          "ordinal", List.of("ordn"),
          "slashed-zero", List.of("zero"));

  private static final Map<String, List<String>> LIGATURES =
      Map.of(
          "normal", List.of(),
          "none", List.of("liga=0", "clig=0", "dlig=0", "hlig=0", "calt=0"),
          "common-ligatures", List.of("liga", "clig"),
          "no-common-ligatures", List.of("liga=0", "clig=0"),
          "discretionary-ligatures", List.of("dlig"),
          "no-discretionary-ligatures", List.of("dlig=0"),
          "historical-ligatures", List.of("hlig"),
          "no-historical-ligatures", List.of("hlig=0"),
          "contextual", List.of("calt"),
          "no-contextual", List.of("calt=0"));

  private FeatureProperties() {}

  static List<Property> all() {
    List<Property> all = new ArrayList<>();
    BiConsumer<Computed, Computed> capitals = (a, b) -> b.capitals = a.capitals;
    Property.Reader capitalsReader = Property.oneOf(CAPITALS, (c, v) -> c.capitals = v);
    all.add(Property.inherited("font-variant-caps", capitalsReader, capitals));
    all.add(
        Property.inherited(
            "font-variant-numeric",
            (v, c) -> {
              List<String> tags = v.word().equals("normal") ? List.of() : tags(v, FIGURES);
              c.figures = tags == null ? c.figures : tags;
              return tags != null;
            },
            (a, b) -> b.figures = a.figures));
    all.add(
        Property.inherited(
            "font-variant-ligatures",
            (v, c) -> {
              List<String> tags = tags(v, LIGATURES);
              c.ligatures = tags == null ? c.ligatures : tags;
              return tags != null;
            },
            (a, b) -> b.ligatures = a.ligatures));
    all.add(
        Property.inherited(
            "font-variant",
            FeatureProperties::variant,
            (a, b) -> {
              b.capitals = a.capitals;
              b.figures = a.figures;
              b.ligatures = a.ligatures;
            }));
    all.add(
        Property.inherited(
            "font-kerning",
            Property.oneOf(
                Map.of(
                    "auto",
                    List.<String>of(),
                    "normal",
                    List.of("kern"),
                    "none",
                    List.of("kern=0")),
                (c, v) -> c.kerning = v),
            (a, b) -> b.kerning = a.kerning));
    all.add(
        Property.inherited(
            "font-feature-settings",
            (v, c) -> {
              List<String> tags = v.word().equals("normal") ? List.of() : settings(v);
              c.furtherFeatures = tags == null ? c.furtherFeatures : tags;
              return tags != null;
            },
            (a, b) -> b.furtherFeatures = a.furtherFeatures));
    return all;
  }

  private static @Nullable List<String> tags(Value value, Map<String, List<String>> words) {
    List<String> tags = new ArrayList<>();
    for (String word : value.words()) {
      List<String> meant = words.get(word);
      if (meant == null) {
        return null;
      }
      tags.addAll(meant);
    }
    return tags;
  }

  private static boolean variant(Value value, Computed c) {
    List<String> capitals = new ArrayList<>();
    List<String> figures = new ArrayList<>();
    List<String> ligatures = new ArrayList<>();
    for (String word : value.words()) {
      if (FIGURES.containsKey(word)) {
        figures.addAll(FIGURES.getOrDefault(word, List.of()));
      } else if (CAPITALS.containsKey(word)) {
        capitals.addAll(CAPITALS.getOrDefault(word, List.of()));
      } else if (LIGATURES.containsKey(word)) {
        ligatures.addAll(LIGATURES.getOrDefault(word, List.of()));
      } else {
        return false;
      }
    }
    c.capitals = capitals;
    c.figures = figures;
    c.ligatures = ligatures;
    return true;
  }

  private static @Nullable List<String> settings(Value value) {
    List<String> tags = new ArrayList<>();
    for (Value part : value.parts()) {
      String tag = part.size() == 0 ? null : Value.string(part.term(0));
      if (tag == null || !tag.matches("[ -~]{4}") || part.size() > 2) {
        return null;
      }
      String state = part.size() == 1 ? "on" : part.word(1);
      switch (state) {
        case "on", "1" -> tags.add(tag);
        case "off" -> tags.add(tag + "=0");
        default -> {
          if (!state.matches("\\d{1,3}")) {
            return null;
          }
          tags.add(tag + "=" + state);
        }
      }
    }
    return tags;
  }
}
