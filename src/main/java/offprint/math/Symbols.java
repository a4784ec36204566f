package offprint.math;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import offprint.math.Part.Kind;
import offprint.math.Part.Role;
import org.jspecify.annotations.Nullable;

/** TeX's names for signs, and what each sign is. */
final class Symbols {
  private static final Map<String, Part> NAMED = new HashMap<>();
  private static final Map<String, Part> DRAWN = new HashMap<>();

  /** Functions that are set upright (amsmath, section 5.2); true for those that take limits. */
  static final Map<String, Boolean> FUNCTIONS = new HashMap<>();

  /** What \left, \right and \big may stand before. */
  static final Set<String> DELIMITERS =
      Set.of(
          "(", ")", "[", "]", "{", "}", "|", "‖", "/", "\\", "⟨", "⟩", "⌈", "⌉", "⌊", "⌋", "↑", "↓",
          "↕", "⇑", "⇓", "⇕", "⟮", "⟯", "⌜", "⌝", "⌞", "⌟", "⟦", "⟧", "");

  static {
    for (String name :
        ("arccos arcsin arctan arccot arg cos cosh cot coth csc deg dim exp hom ker lg ln log sec"
                + " sech sin sinh tan tanh sgn")
            .split(" ")) {
      FUNCTIONS.put(name, false);
    }
    for (String name : "det gcd inf lim liminf limsup max min Pr sup injlim projlim".split(" ")) {
      FUNCTIONS.put(name, true);
    }
    read("sign ! ! ? ? . . / / @ @ \" ″ ` ‘ | |");
    read("close ! ! ? ? ) ) ] ]");
    read("open ( ( [ [");
    read("binary + + - − − − * ∗ · ⋅");
    read("relation = = < < > > : :");
    read("punctuation , , ; ;");
    try (InputStream in = Symbols.class.getResourceAsStream("/math/symbols.txt")) {
      if (in == null) {
        throw new IllegalStateException("the table of symbols must be there");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# ") && !line.isEmpty())
          .forEach(Symbols::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Symbols() {}

  private static void read(String line) {
    String[] words = line.split(" ");
    for (int i = 1; i < words.length; i += 2) {
      Part part = part(words[0], words[i + 1]);
      NAMED.put(words[i], part);
      DRAWN.putIfAbsent(words[i + 1], part);
    }
  }

  private static Part part(String kind, String sign) {
    return switch (kind) {
      case "letter" -> letter(sign, Alphabet.ITALIC);
      case "upright" -> letter(sign, Alphabet.UPRIGHT);
      case "big" -> new Part.Operator(sign, false);
      case "integral" -> new Part.Operator(sign, true);
      case "sign" -> sign(sign, Kind.ORDINARY);
      case "inner" -> sign(sign, Kind.INNER);
      case "binary" -> sign(sign, Kind.BINARY);
      case "relation" -> sign(sign, Kind.RELATION);
      case "open" -> sign(sign, Kind.OPENING);
      case "close" -> sign(sign, Kind.CLOSING);
      case "punctuation" -> sign(sign, Kind.PUNCTUATION);
      default -> throw new IllegalStateException("a line must begin with a kind of sign: " + kind);
    };
  }

  static Part.Symbol sign(String sign, Kind kind) {
    return new Part.Symbol(sign, sign, Role.SIGN, kind);
  }

  /** A letter in an alphabet. */
  static Part.Symbol letter(String letter, Alphabet alphabet) {
    String shown = Character.toString(alphabet.of(letter.codePointAt(0)));
    return new Part.Symbol(shown, letter, Role.IDENTIFIER, Kind.ORDINARY);
  }

  /** What a control sequence names; null where it names no sign. */
  static @Nullable Part named(String name) {
    return NAMED.get(name);
  }

  /** What a character is; null where the table does not know it. */
  static @Nullable Part drawn(String sign) {
    Part part = NAMED.get(sign);
    return part != null && sign.codePointCount(0, sign.length()) == 1 ? part : DRAWN.get(sign);
  }
}
