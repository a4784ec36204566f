package offprint.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import offprint.math.Part.Kind;
import offprint.math.Part.Limits;
import offprint.math.Part.Role;
import offprint.math.Part.Row;
import org.jspecify.annotations.Nullable;

/** Reads a formula: rows of parts, and what is raised and lowered beside them. */
final class TexReader {
  private static final int DEEPEST = 60;
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ";
  private static final String RAISED_MEANS = "0123456789+−=()ni";
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ᵢⱼₖₗₘₙₐₑₒₓ";
  private static final String LOWERED_MEANS = "0123456789+−=()ijklmnaeox";

  private final Tokens tokens;
  private final CommandReader commands;
  private final GridReader grids;
  private int depth;
  private @Nullable Alphabet alphabet;

  /** What a formula's row is tagged with, as far as it was read. */
  @Nullable String tag;

  TexReader(String tex) {
    tokens = new Tokens(tex);
    grids = new GridReader(tokens, this);
    commands = new CommandReader(tokens, this, grids);
  }

  Formula formula() throws UnreadableFormula {
    Part content = grids.formula();
    return new Formula(content, tag, tokens.tex);
  }

  /** Parts up to what ends a row: the end, a closing brace, a cell's or a fence's end. */
  Row row() throws UnreadableFormula {
    return row(false);
  }

  private Row row(boolean optional) throws UnreadableFormula {
    goDown();
    Alphabet outside = alphabet;
    List<Part> parts = new ArrayList<>();
    while (tokens.more() && !ends(optional)) {
      part(parts);
    }
    alphabet = outside;
    depth--;
    return new Row(Neighbours.settled(parts));
  }

  private void goDown() throws UnreadableFormula {
    if (++depth > DEEPEST) {
      throw tokens.wrong("it is nested too deep", "take it apart into several formulas");
    }
  }

  private boolean ends(boolean optional) throws UnreadableFormula {
    return switch (tokens.peek()) {
      case '}', '&' -> true;
      case ']' -> optional;
      case '\\' ->
          tokens.sees("\\\\")
              || tokens.sees("\\newline")
              || tokens.sees("\\cr")
              || tokens.sees("\\right")
              || tokens.sees("\\end");
      default -> false;
    };
  }

  /** One part with what is raised and lowered beside it, onto a row. */
  private void part(List<Part> row) throws UnreadableFormula {
    char c = tokens.peek();
    if (c == '^' || c == '_' || c == '\'') {
      row.add(scripts(Row.EMPTY));
      return;
    }
    if (c == '\\' && commands.infix(row)) {
      return;
    }
    @Nullable Part nucleus = nucleus();
    if (nucleus == null) {
      return;
    }
    row.add(nucleus instanceof Part.Space ? nucleus : scripts(nucleus));
  }

  /** A part without scripts; null for a command that sets nothing. */
  private @Nullable Part nucleus() throws UnreadableFormula {
    char c = tokens.peek();
    if (c == '{') {
      return group();
    }
    if (c == '\\') {
      tokens.at++;
      return commands.read();
    }
    if (c >= '0' && c <= '9' || c == '.' && digitAt(tokens.at + 1)) {
      return number();
    }
    return character(tokens.next());
  }

  private boolean digitAt(int at) {
    return at < tokens.tex.length() && tokens.tex.charAt(at) >= '0' && tokens.tex.charAt(at) <= '9';
  }

  private Part number() {
    int start = tokens.at;
    while (digitAt(tokens.at)
        || tokens.at < tokens.tex.length()
            && tokens.tex.charAt(tokens.at) == '.'
            && digitAt(tokens.at + 1)) {
      tokens.at++;
    }
    return number(tokens.tex.substring(start, tokens.at));
  }

  private Part number(String digits) {
    StringBuilder shown = new StringBuilder();
    digits.chars().forEach(c -> shown.appendCodePoint(alphabet == null ? c : alphabet.of(c)));
    return new Part.Symbol(shown.toString(), digits, Role.NUMBER, Kind.ORDINARY);
  }

  private Part character(int c) throws UnreadableFormula {
    String sign = Character.toString(c);
    if (c == '#' || c == '$' || c == '}' || c == '&') {
      throw tokens.wrong("'" + sign + "' does not stand alone in TeX", "write \\" + sign);
    }
    if (c == '~') {
      return new Part.Space(0.25);
    }
    if (c < 0x80 && Character.isLetter(c)) {
      Alphabet meant = alphabet == null ? Alphabet.ITALIC : alphabet;
      return meant.merges() ? word(c, meant) : Symbols.letter(sign, meant);
    }
    int raised = RAISED.indexOf(c);
    if (raised >= 0) {
      return new Part.Scripts(Row.EMPTY, null, small(RAISED_MEANS.charAt(raised)), Limits.NEVER);
    }
    int lowered = LOWERED.indexOf(c);
    if (lowered >= 0) {
      return new Part.Scripts(Row.EMPTY, small(LOWERED_MEANS.charAt(lowered)), null, Limits.NEVER);
    }
    if (c == '|') {
      return Symbols.sign(sign, Kind.ORDINARY);
    }
    @Nullable Part known = Symbols.drawn(sign);
    if (known != null) {
      return inAlphabet(known);
    }
    boolean letter = Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    return new Part.Symbol(sign, sign, letter ? Role.IDENTIFIER : Role.SIGN, Kind.ORDINARY);
  }

  private Part small(char c) throws UnreadableFormula {
    return c >= '0' && c <= '9' ? number(String.valueOf(c)) : character(c);
  }

  // Letters that stand together in an upright alphabet are one word.
  private Part word(int first, Alphabet meant) {
    StringBuilder written = new StringBuilder().appendCodePoint(first);
    while (tokens.at < tokens.tex.length()
        && Tokens.isLetter(tokens.tex.charAt(tokens.at))
        && !argument) {
      written.append(tokens.tex.charAt(tokens.at++));
    }
    StringBuilder shown = new StringBuilder();
    written.chars().forEach(c -> shown.appendCodePoint(meant.of(c)));
    return new Part.Symbol(shown.toString(), written.toString(), Role.IDENTIFIER, Kind.ORDINARY);
  }

  /** A named letter in the alphabet that is asked for. */
  Part inAlphabet(Part known) {
    return alphabet != null
            && known instanceof Part.Symbol symbol
            && symbol.role() == Role.IDENTIFIER
        ? Symbols.letter(symbol.written(), alphabet)
        : known;
  }

  // What braces hold is one ordinary part among its neighbours (The TeXbook, page 291).
  Part group() throws UnreadableFormula {
    int start = tokens.at;
    tokens.takes("{");
    Row row = row();
    if (!tokens.takes("}")) {
      if (!tokens.more()) {
        tokens.at = start;
        throw tokens.wrong("a brace is never closed", "close it with '}'");
      }
      throw tokens.wrong("this ends what a brace began", "close the brace with '}' before");
    }
    return row.parts().size() == 1 && Part.kind(row) != Kind.ORDINARY
        ? new Part.Classed(row.parts().getFirst(), Kind.ORDINARY)
        : row.parts().size() == 1 ? row.parts().getFirst() : row;
  }

  /** Whether a single character is an argument, so that its neighbours are none of it. */
  private boolean argument;

  /** What a command works on: a group, or the one sign that comes next. */
  Part argument(String command) throws UnreadableFormula {
    if (!tokens.more() || tokens.peek() == '}' || tokens.peek() == '&') {
      throw tokens.wrong("something is missing behind " + command, "write " + command + "{...}");
    }
    char c = tokens.peek();
    if (c == '{') {
      return group();
    }
    if (c == '\\') {
      tokens.at++;
      goDown();
      @Nullable Part read = commands.read();
      depth--;
      return read == null ? Row.EMPTY : read;
    }
    if (c >= '0' && c <= '9') {
      tokens.at++;
      return number(String.valueOf(c));
    }
    if (c == '^' || c == '_') {
      throw tokens.wrong("'" + c + "' stands behind " + command, "put what is meant in braces");
    }
    boolean outside = argument;
    argument = true;
    Part read = character(tokens.next());
    argument = outside;
    return read;
  }

  /** The argument with its letters in an alphabet. */
  Part argument(String command, Alphabet meant) throws UnreadableFormula {
    Alphabet outside = alphabet;
    alphabet = meant;
    Part read = argument(command);
    alphabet = outside;
    return read;
  }

  /** From here to the end of the group, letters are of this alphabet. */
  void letters(@Nullable Alphabet meant) {
    alphabet = meant;
  }

  /** What stands in square brackets that come next; null where none do. */
  @Nullable Part optional() throws UnreadableFormula {
    if (!tokens.takes("[")) {
      return null;
    }
    Row row = row(true);
    if (!tokens.takes("]")) {
      throw tokens.wrong("a square bracket is never closed", "close it with ']'");
    }
    return row;
  }

  private Part scripts(Part nucleus) throws UnreadableFormula {
    @Nullable Part above = null;
    @Nullable Part below = null;
    Limits limits = defaultLimits(nucleus);
    List<Part> primes = new ArrayList<>();
    while (tokens.more()) {
      if (tokens.takes("\\limits")) {
        limits = Limits.ALWAYS;
      } else if (tokens.takes("\\nolimits")) {
        limits = Limits.NEVER;
      } else if (tokens.takes("\\displaylimits")) {
        limits = Limits.IN_DISPLAY;
      } else if (tokens.takes("'") || tokens.takes("’")) {
        primes.add(Symbols.sign("′", Kind.ORDINARY));
      } else if (tokens.takes("^")) {
        if (above != null) {
          throw tokens.wrong("a second '^' behind the first", "put what is meant in braces");
        }
        above = argument("^");
      } else if (tokens.takes("_")) {
        if (below != null) {
          throw tokens.wrong("a second '_' behind the first", "put what is meant in braces");
        }
        below = argument("_");
      } else if (RAISED.indexOf(tokens.peek()) >= 0 && above == null) {
        above = characters(RAISED, RAISED_MEANS);
      } else if (LOWERED.indexOf(tokens.peek()) >= 0 && below == null) {
        below = characters(LOWERED, LOWERED_MEANS);
      } else {
        break;
      }
    }
    if (!primes.isEmpty()) {
      if (above != null) {
        primes.add(above);
      }
      above = primes.size() == 1 ? primes.getFirst() : new Row(primes);
    }
    return above == null && below == null
        ? nucleus
        : new Part.Scripts(nucleus, below, above, limits);
  }

  private Part characters(String from, String to) throws UnreadableFormula {
    List<Part> parts = new ArrayList<>();
    while (tokens.at < tokens.tex.length() && from.indexOf(tokens.tex.charAt(tokens.at)) >= 0) {
      parts.add(small(to.charAt(from.indexOf(tokens.tex.charAt(tokens.at++)))));
    }
    return new Row(Neighbours.settled(parts));
  }

  private static Limits defaultLimits(Part nucleus) {
    return switch (nucleus) {
      case Part.Operator operator -> operator.integral() ? Limits.NEVER : Limits.IN_DISPLAY;
      case Part.Name name -> name.limits() ? Limits.IN_DISPLAY : Limits.NEVER;
      case Part.Accent accent -> accent.stretched() ? Limits.ALWAYS : Limits.NEVER;
      case Part.Line line -> Limits.NEVER;
      case Part.Classed classed ->
          classed.kind() == Kind.OPERATOR ? Limits.IN_DISPLAY : Limits.NEVER;
      default -> Limits.NEVER;
    };
  }

  /** Alphabets by the commands that ask for them. */
  static final Map<String, Alphabet> ALPHABETS =
      Map.ofEntries(
          Map.entry("mathrm", Alphabet.UPRIGHT),
          Map.entry("mathup", Alphabet.UPRIGHT),
          Map.entry("rm", Alphabet.UPRIGHT),
          Map.entry("mathit", Alphabet.ITALIC),
          Map.entry("mathnormal", Alphabet.ITALIC),
          Map.entry("it", Alphabet.ITALIC),
          Map.entry("mathbf", Alphabet.BOLD),
          Map.entry("bf", Alphabet.BOLD),
          Map.entry("boldsymbol", Alphabet.BOLD_ITALIC),
          Map.entry("bm", Alphabet.BOLD_ITALIC),
          Map.entry("pmb", Alphabet.BOLD_ITALIC),
          Map.entry("mathbb", Alphabet.DOUBLE_STRUCK),
          Map.entry("Bbb", Alphabet.DOUBLE_STRUCK),
          Map.entry("mathcal", Alphabet.SCRIPT),
          Map.entry("mathscr", Alphabet.SCRIPT),
          Map.entry("cal", Alphabet.SCRIPT),
          Map.entry("mathfrak", Alphabet.FRAKTUR),
          Map.entry("frak", Alphabet.FRAKTUR),
          Map.entry("mathsf", Alphabet.SANS_SERIF),
          Map.entry("sf", Alphabet.SANS_SERIF),
          Map.entry("mathtt", Alphabet.MONOSPACE),
          Map.entry("tt", Alphabet.MONOSPACE));
}
