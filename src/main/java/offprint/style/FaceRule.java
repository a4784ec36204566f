package offprint.style;

import java.util.List;
import offprint.source.Place;

/** An {@code @font-face} rule, as a sheet says it. */
record FaceRule(List<Rule.Declaration> declarations, Media media, Place place) {
  FaceRule {
    declarations = List.copyOf(declarations);
  }
}
