package offprint.math;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.math.Part.Kind;
import offprint.math.Part.Level;
import offprint.math.Part.Limits;
import offprint.math.Part.Row;
import org.jspecify.annotations.Nullable;

/** Reads what a backslash begins. */
final class CommandReader {
  private static final Map<String, Double> SPACES = new HashMap<>();
  private static final Map<String, String> ACCENTS = new HashMap<>();
  private static final Map<String, String> ARROWS = new HashMap<>();
  private static final Map<String, Kind> KINDS =
      Map.of(
          "mathord", Kind.ORDINARY,
          "mathop", Kind.OPERATOR,
          "mathbin", Kind.BINARY,
          "mathrel", Kind.RELATION,
          "mathopen", Kind.OPENING,
          "mathclose", Kind.CLOSING,
          "mathpunct", Kind.PUNCTUATION,
          "mathinner", Kind.INNER);
  private static final Map<String, Level> LEVELS =
      Map.of(
          "displaystyle", Level.DISPLAY,
          "textstyle", Level.TEXT,
          "scriptstyle", Level.SCRIPT,
          "scriptscriptstyle", Level.SCRIPT_SCRIPT);
  private static final Map<String, String> NEGATED =
      Map.of("=", "≠", "∈", "∉", "<", "≮", ">", "≯", "≤", "≰", "≥", "≱", "⊂", "⊄", "⊆", "⊈");
  private static final Set<String> WORDS =
      Set.of("text", "textrm", "textbf", "textit", "textsf", "texttt", "textnormal", "mbox");
  private static final Set<String> SILENT =
      Set.of(
          "nonumber",
          "notag",
          "allowbreak",
          "nobreak",
          "relax",
          "strut",
          "hfill",
          "null",
          "limits",
          "nolimits",
          "displaylimits",
          "protect",
          "normalsize",
          "centering",
          "left.",
          "right.");

  private static final Pattern LENGTH =
      Pattern.compile(
          "\\s*([+-]?(?:\\d{1,4}\\.?\\d{0,6}|\\.\\d{1,6}))\\s*(em|ex|mu|pt|mm|cm|in)\\s*");

  static {
    SPACES.putAll(Map.of(",", 3 / 18.0, "thinspace", 3 / 18.0, ":", 4 / 18.0, ">", 4 / 18.0));
    SPACES.putAll(Map.of("medspace", 4 / 18.0, ";", 5 / 18.0, "thickspace", 5 / 18.0));
    SPACES.putAll(Map.of("!", -3 / 18.0, "negthinspace", -3 / 18.0, " ", 0.25, "\n", 0.25));
    SPACES.putAll(Map.of("quad", 1.0, "qquad", 2.0, "enspace", 0.5, "space", 0.25));
    ACCENTS.putAll(Map.of("hat", "\u0302", "check", "\u030C", "tilde", "\u0303"));
    ACCENTS.putAll(Map.of("acute", "\u0301", "grave", "\u0300", "dot", "\u0307"));
    ACCENTS.putAll(Map.of("ddot", "\u0308", "dddot", "\u20DB", "breve", "\u0306"));
    ACCENTS.putAll(Map.of("bar", "\u0304", "vec", "\u20D7", "mathring", "\u030A"));
    ARROWS.putAll(Map.of("xrightarrow", "→", "xleftarrow", "←", "xleftrightarrow", "↔"));
    ARROWS.putAll(Map.of("xRightarrow", "⇒", "xLeftarrow", "⇐", "xLeftrightarrow", "⇔"));
    ARROWS.putAll(Map.of("xmapsto", "↦", "xhookrightarrow", "↪", "xhookleftarrow", "↩"));
    ARROWS.putAll(Map.of("xrightharpoonup", "⇀", "xleftharpoonup", "↼"));
  }

  private final Tokens tokens;
  private final TexReader reader;
  private final GridReader grids;
  private int fences;

  CommandReader(Tokens tokens, TexReader reader, GridReader grids) {
    this.tokens = tokens;
    this.reader = reader;
    this.grids = grids;
  }

  /**
   * What is written between the two things that it joins: {@code a \over b}.
   *
   * @param row what stands before it, and then the whole
   */
  boolean infix(List<Part> row) throws UnreadableFormula {
    boolean over = tokens.takes("\\over");
    boolean choose = !over && tokens.takes("\\choose");
    if (!over && !choose && !tokens.takes("\\atop")) {
      return false;
    }
    Part above = new Row(Neighbours.settled(row));
    Part fraction = new Part.Fraction(above, reader.row(), over, null);
    row.clear();
    row.add(choose ? new Part.Fenced("(", List.of(fraction), ")") : fraction);
    return true;
  }

  /** The part that a command means; null where it sets nothing. The backslash was read. */
  @Nullable Part read() throws UnreadableFormula {
    int start = tokens.at;
    String name = tokens.name();
    String command = "\\" + name;
    Double space = SPACES.get(name);
    if (space != null) {
      return new Part.Space(space);
    }
    String accent = ACCENTS.get(name);
    if (accent != null) {
      return new Part.Accent(reader.argument(command), accent, false, false);
    }
    String arrow = ARROWS.get(name);
    if (arrow != null) {
      @Nullable Part below = reader.optional();
      return new Part.Arrow(arrow, reader.argument(command), below);
    }
    Alphabet alphabet = TexReader.ALPHABETS.get(name);
    if (alphabet != null) {
      return alphabet(name, alphabet);
    }
    Kind kind = KINDS.get(name);
    if (kind != null) {
      return new Part.Classed(reader.argument(command), kind);
    }
    Level level = LEVELS.get(name);
    if (level != null) {
      return new Part.Levelled(reader.row(), level);
    }
    if (WORDS.contains(name)) {
      return WordReader.read(tokens.braced(name));
    }
    Boolean limits = Symbols.FUNCTIONS.get(name);
    if (limits != null) {
      String said = name.replaceAll("^(lim|inj|proj)(inf|sup|lim)$", "$1\u2009$2");
      return new Part.Name(said, limits);
    }
    if (SILENT.contains(name)) {
      return null;
    }
    @Nullable Part known = Symbols.named(name);
    if (known != null) {
      return reader.inAlphabet(known);
    }
    return built(name, command, start);
  }

  private Part alphabet(String name, Alphabet meant) throws UnreadableFormula {
    if (!name.startsWith("math")
        && Set.of("rm", "it", "bf", "cal", "frak", "sf", "tt").contains(name)) {
      reader.letters(meant);
      return new Part.Space(0);
    }
    return reader.argument("\\" + name, meant);
  }

  private @Nullable Part built(String name, String command, int start) throws UnreadableFormula {
    return switch (name) {
      case "frac" -> fraction(command, true, null);
      case "dfrac", "cfrac" -> fraction(command, true, Level.DISPLAY);
      case "tfrac" -> fraction(command, true, Level.TEXT);
      case "binom" -> binomial(command, null);
      case "dbinom" -> binomial(command, Level.DISPLAY);
      case "tbinom" -> binomial(command, Level.TEXT);
      case "sqrt" -> {
        @Nullable Part degree = reader.optional();
        yield new Part.Root(reader.argument(command), degree);
      }
      case "widehat" -> new Part.Accent(reader.argument(command), "\u0302", true, false);
      case "widetilde" -> new Part.Accent(reader.argument(command), "\u0303", true, false);
      case "overrightarrow" -> new Part.Accent(reader.argument(command), "→", true, false);
      case "overleftarrow" -> new Part.Accent(reader.argument(command), "←", true, false);
      case "overleftrightarrow" -> new Part.Accent(reader.argument(command), "↔", true, false);
      case "overbrace" -> new Part.Accent(reader.argument(command), "⏞", true, false);
      case "underbrace" -> new Part.Accent(reader.argument(command), "⏟", true, true);
      case "overbracket" -> new Part.Accent(reader.argument(command), "⎴", true, false);
      case "underbracket" -> new Part.Accent(reader.argument(command), "⎵", true, true);
      case "overline" -> new Part.Line(reader.argument(command), false);
      case "underline" -> new Part.Line(reader.argument(command), true);
      case "boxed", "fbox" -> new Part.Frame(reader.argument(command));
      case "overset", "stackrel" -> {
        Part above = reader.argument(command);
        yield stacked(reader.argument(command), null, above, name.equals("stackrel"));
      }
      case "underset" -> {
        Part below = reader.argument(command);
        yield stacked(reader.argument(command), below, null, false);
      }
      case "left" -> fenced();
      case "middle" -> {
        if (fences == 0) {
          throw tokens.wrong("\\middle stands outside \\left and \\right", "put it between them");
        }
        yield new Part.Middle(delimiter(command));
      }
      case "big", "bigl", "bigr", "bigm" -> sized(name, 1);
      case "Big", "Bigl", "Bigr", "Bigm" -> sized(name, 2);
      case "bigg", "biggl", "biggr", "biggm" -> sized(name, 3);
      case "Bigg", "Biggl", "Biggr", "Biggm" -> sized(name, 4);
      case "begin" -> grids.environment();
      case "substack" -> grids.stack();
      case "operatorname" -> function();
      case "not" -> negated();
      case "bmod" -> new Part.Classed(new Part.Name("mod", false), Kind.BINARY);
      case "pmod" -> modulo(command, "(", ")");
      case "pod" -> bracketed(command);
      case "mod" -> modulo(command, "", "");
      case "phantom" -> new Part.Phantom(reader.argument(command), true, true);
      case "hphantom" -> new Part.Phantom(reader.argument(command), true, false);
      case "vphantom" -> new Part.Phantom(reader.argument(command), false, true);
      case "mathstrut" -> new Part.Phantom(Symbols.sign("(", Kind.ORDINARY), false, true);
      case "smash" -> {
        reader.optional();
        yield new Part.Smash(reader.argument(command));
      }
      case "hspace", "mspace", "hskip", "mskip", "kern", "mkern" -> space(name);
      case "color", "label" -> {
        tokens.braced(name);
        yield null;
      }
      case "textcolor" -> {
        tokens.braced(name);
        yield reader.argument(command);
      }
      case "tag", "tag*" -> {
        boolean bare = tokens.takes("*");
        String tag = tokens.braced(name);
        reader.tag = bare ? tag : "(" + tag + ")";
        yield null;
      }
      case "implies" -> conclusion("⟹");
      case "impliedby" -> conclusion("⟸");
      case "iff" -> conclusion("⟺");
      case "LaTeX", "TeX" -> new Part.Text(name);
      case "right" -> throw wrong(start, "\\right without \\left", "write \\left before it");
      case "end" -> throw wrong(start, "\\end without \\begin", "write \\begin before it");
      default ->
          throw wrong(
              start,
              "the command " + command + " is not known",
              Tokens.isLetter(name.charAt(0))
                  ? "write it with LaTeX's and amsmath's own commands; macros are not read"
                  : "write a backslash as \\backslash");
    };
  }

  // With more space around it than other relations have (amsmath).
  private static Part conclusion(String arrow) {
    Part space = new Part.Space(5 / 18.0);
    return new Part.Classed(
        new Row(List.of(space, Symbols.sign(arrow, Kind.RELATION), space)), Kind.RELATION);
  }

  private UnreadableFormula wrong(int start, String message, String hint) {
    tokens.at = start - 1;
    return tokens.wrong(message, hint);
  }

  private Part fraction(String command, boolean bar, @Nullable Level level)
      throws UnreadableFormula {
    if (command.equals("\\cfrac")) {
      reader.optional();
    }
    Part above = reader.argument(command);
    return new Part.Fraction(above, reader.argument(command), bar, level);
  }

  private Part binomial(String command, @Nullable Level level) throws UnreadableFormula {
    return new Part.Fenced("(", List.of(fraction(command, false, level)), ")");
  }

  private static Part stacked(
      Part base, @Nullable Part below, @Nullable Part above, boolean relation) {
    Part stacked = new Part.Scripts(base, below, above, Limits.ALWAYS);
    return relation ? new Part.Classed(stacked, Kind.RELATION) : stacked;
  }

  private Part fenced() throws UnreadableFormula {
    int start = tokens.at;
    String open = delimiter("\\left");
    fences++;
    Row content = reader.row();
    fences--;
    if (!tokens.takes("\\right")) {
      throw wrong(start - 4, "\\left without \\right", "close it with \\right, in the same cell");
    }
    return new Part.Fenced(open, content.parts(), delimiter("\\right"));
  }

  /** The sign behind \left and its like; empty for a point, which stands for none. */
  private String delimiter(String command) throws UnreadableFormula {
    char c = tokens.peek();
    String sign = "none";
    if (c == '\\') {
      tokens.at++;
      String name = tokens.name();
      sign =
          switch (Symbols.named(name)) {
            case Part.Symbol symbol -> symbol.shown();
            case null, default -> "\\" + name;
          };
    } else if (c != '\0') {
      sign = Character.toString(tokens.next());
      sign = sign.equals("<") ? "⟨" : sign.equals(">") ? "⟩" : sign.equals(".") ? "" : sign;
    }
    sign = sign.equals("∣") ? "|" : sign.equals("∥") ? "‖" : sign;
    if (!Symbols.DELIMITERS.contains(sign)) {
      throw tokens.wrong(
          command + " stands before what is no bracket", "write a bracket, or a point for none");
    }
    return sign;
  }

  private Part sized(String name, int step) throws UnreadableFormula {
    Kind kind =
        switch (name.charAt(name.length() - 1)) {
          case 'l' -> Kind.OPENING;
          case 'r' -> Kind.CLOSING;
          case 'm' -> Kind.RELATION;
          default -> Kind.ORDINARY;
        };
    return new Part.Delimiter(delimiter("\\" + name), step, kind);
  }

  private Part function() throws UnreadableFormula {
    boolean limits = tokens.takes("*");
    String words =
        tokens
            .braced("operatorname")
            .replaceAll("\\\\[,:;]|\\\\ |~", "\u2009")
            .replaceAll("\\\\[a-zA-Z]+\\s*|[{}]", "")
            .strip();
    return new Part.Name(words, limits);
  }

  private Part negated() throws UnreadableFormula {
    Part base = reader.argument("\\not");
    if (base instanceof Part.Symbol symbol) {
      String negated = NEGATED.getOrDefault(symbol.shown(), symbol.shown() + "\u0338");
      return Symbols.sign(negated, symbol.kind());
    }
    throw tokens.wrong("\\not stands before what is no sign", "write a relation behind it");
  }

  private Part modulo(String command, String open, String close) throws UnreadableFormula {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Space(open.isEmpty() ? 0.67 : 0.44));
    if (!open.isEmpty()) {
      parts.add(Symbols.sign(open, Kind.OPENING));
    }
    parts.add(new Part.Classed(new Part.Name("mod", false), Kind.ORDINARY));
    parts.add(new Part.Space(0.33));
    parts.add(reader.argument(command));
    if (!close.isEmpty()) {
      parts.add(Symbols.sign(close, Kind.CLOSING));
    }
    return new Row(parts);
  }

  private Part bracketed(String command) throws UnreadableFormula {
    return new Row(
        List.of(
            new Part.Space(0.44),
            Symbols.sign("(", Kind.OPENING),
            reader.argument(command),
            Symbols.sign(")", Kind.CLOSING)));
  }

  // A length in braces or bare: 2em, 18mu, 10pt, -1ex.
  private Part space(String name) throws UnreadableFormula {
    tokens.takes("*");
    String written = "";
    if (tokens.peek() == '{') {
      written = tokens.braced(name);
    } else {
      int start = tokens.at;
      while (tokens.at < tokens.tex.length()
          && "+-.0123456789".indexOf(tokens.tex.charAt(tokens.at)) >= 0) {
        tokens.at++;
      }
      tokens.blanks();
      tokens.at = Math.min(tokens.at + 2, tokens.tex.length());
      written = tokens.tex.substring(start, tokens.at);
    }
    Double quads = quads(written);
    if (quads == null) {
      throw tokens.wrong(
          "'" + written + "' is no length that \\" + name + " takes", "write it in em: 0.5em");
    }
    return new Part.Space(Math.max(-10, Math.min(30, quads)));
  }

  /** How long a length is, in ems; null where it is none. */
  private static @Nullable Double quads(String written) {
    Matcher length = LENGTH.matcher(written);
    if (!length.matches()) {
      return null;
    }
    double unit =
        switch (length.group(2)) {
          case "ex" -> 0.45;
          case "mu" -> 1 / 18.0;
          case "pt" -> 0.1;
          case "mm" -> 0.285;
          case "cm" -> 2.85;
          case "in" -> 7.2;
          default -> 1;
        };
    return Double.parseDouble(length.group(1)) * unit;
  }
}
