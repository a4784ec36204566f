package offprint.math;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says a formula in words, for who hears it.
 *
 * <p>The words are those of ClearSpeak (ETS 2016, <cite>ClearSpeak Rules and Preferences</cite>) in
 * its plain way: {@code x squared}, {@code a over b}, {@code integral from 0 to 1 of}. Where they
 * would leave open how far something goes, its end is said, as MathSpeak does (Nemeth; gh 2004,
 * <cite>MathSpeak Grammar Rules</cite>, brief). The rules are:
 *
 * <ol>
 *   <li>One letter, number, sign or accented letter is simple and is said bare: {@code a over b},
 *       {@code square root of 2}, {@code x to the power n}. So is one with a minus, raised or
 *       lowered.
 *   <li>What is not simple has its end said: {@code fraction a over b plus c, end fraction}. What
 *       something joins or is set over is grouped: {@code group a b, end group, hat}.
 *   <li>Brackets, and points within, are said as they stand; a function and one simple argument are
 *       {@code f of x}. Two bars around something are its absolute value or its norm.
 *   <li>A capital is said to be one, and so is an alphabet. Other forms of a letter, such as ε and
 *       ϵ, have one name. Spaces, sizes and colours are not said.
 *   <li>Commas are pauses; nothing hangs on them.
 * </ol>
 */
final class Speaker {
  private final Vocabulary vocabulary;
  private final Letters letters;
  private final ScriptSpeaker scripts;
  private final GridSpeaker grids;

  Speaker(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    letters = new Letters(vocabulary);
    scripts = new ScriptSpeaker(this, vocabulary);
    grids = new GridSpeaker(this, vocabulary);
  }

  String words(Formula formula) {
    String tag = formula.tag();
    String words = clause(formula.content());
    return (tag == null ? words : vocabulary.said("tagged", words, tag))
        .replaceAll("[\\\\{}]", "")
        .replaceAll("[\\s\u00A0\u2009]+", " ")
        .replaceAll("( ?,)+(?= |$)", ",")
        .replaceAll(",(?=[.;]$)|^[, ]+|[, ]+$", "")
        .strip();
  }

  /** A whole line; a point or a comma behind it is the sentence's, and is not said. */
  String clause(Part part) {
    List<Part> parts = new ArrayList<>(Bare.parts(part));
    while (!parts.isEmpty() && parts.getLast() instanceof Part.Space) {
      parts.removeLast();
    }
    if (!parts.isEmpty()
        && parts.getLast() instanceof Part.Symbol symbol
        && List.of(".", ",", ";").contains(symbol.shown())) {
      return row(parts.subList(0, parts.size() - 1)) + symbol.shown();
    }
    return row(parts);
  }

  String words(Part part) {
    Part bare = Bare.of(part);
    return switch (bare) {
      case Part.Row row -> row(Bare.parts(row));
      case Part.Symbol symbol -> letters.words(symbol);
      case Part.Operator operator -> vocabulary.said("of", vocabulary.word(operator.sign()));
      case Part.Name name -> name(name);
      case Part.Text text -> text.words();
      case Part.Space space -> space.quads() >= 1 ? "," : "";
      case Part.Scripts raised -> scripts.words(raised);
      case Part.Fraction fraction -> fraction(fraction);
      case Part.Root root -> root(root);
      case Part.Accent accent -> vocabulary.said(accent(accent.sign()), letter(accent.base()));
      case Part.Line line ->
          vocabulary.said(line.below() ? "underline" : "overline", letter(line.base()));
      case Part.Frame frame -> vocabulary.said("box", words(frame.content()));
      case Part.Fenced fenced -> fenced(fenced, false);
      case Part.Middle middle -> vocabulary.word(middle.sign());
      case Part.Delimiter delimiter -> vocabulary.word(delimiter.sign());
      case Part.Arrow arrow ->
          scripts.stacked(vocabulary.word(arrow.sign()), arrow.below(), arrow.above());
      case Part.Phantom phantom -> "";
      case Part.Smash smash -> words(smash.content());
      case Part.Levelled levelled -> words(levelled.content());
      case Part.Classed classed -> words(classed.content());
      case Part.Grid grid -> grids.words(grid);
    };
  }

  // What an accent stands over: a letter, or a group.
  private String letter(Part part) {
    boolean one = Bare.of(part) instanceof Part.Symbol;
    return one ? words(part) : vocabulary.said("group", words(part));
  }

  /** What something is raised or lowered beside: one thing, or a group. */
  String base(Part part) {
    Part bare = Bare.of(part);
    if (bare instanceof Part.Fenced fenced) {
      return fenced(fenced, true);
    }
    boolean one =
        Bare.isSimple(bare)
            || bare.equals(Part.Row.EMPTY)
            || bare instanceof Part.Delimiter
            || bare instanceof Part.Scripts
            || bare instanceof Part.Accent
            || bare instanceof Part.Name;
    return one ? words(bare) : vocabulary.said("group", words(bare));
  }

  private String row(List<Part> parts) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      int end = Bars.end(parts, i);
      if (end > i) {
        boolean raised = parts.get(end) instanceof Part.Scripts;
        Part content = new Part.Row(parts.subList(i + 1, end));
        String size = size(Bars.sign(part), content, raised);
        words.append(scripts.behind(size, parts.get(end)));
        i = end;
      } else if (isFunction(part) && i + 1 < parts.size() && opens(parts.get(i + 1))) {
        Part argument = argument(parts, i + 1);
        String said = argument == null ? "" : words(argument);
        words.append(vocabulary.said("applied", words(part), said));
        i += argument == null ? 0 : parts.get(i + 1) instanceof Part.Fenced ? 1 : 3;
      } else {
        words.append(words(part));
      }
      words.append(' ');
    }
    return words.toString().strip();
  }

  private static boolean isFunction(Part part) {
    return switch (part) {
      case Part.Name name -> true;
      case Part.Symbol symbol -> List.of("f", "g", "h").contains(symbol.written());
      case Part.Scripts raised -> isFunction(Bare.of(raised.base())) && !Bare.isLimited(raised);
      default -> false;
    };
  }

  private static boolean opens(Part part) {
    return part instanceof Part.Fenced fenced && fenced.open().equals("(")
        || part instanceof Part.Symbol symbol && symbol.shown().equals("(");
  }

  /** What stands between the brackets that begin here; null where that is not simple. */
  private static @Nullable Part argument(List<Part> parts, int at) {
    if (parts.get(at) instanceof Part.Fenced fenced) {
      Part content = Bare.of(new Part.Row(fenced.content()));
      return fenced.close().equals(")") && Bare.isSimple(content) ? content : null;
    }
    boolean closed =
        at + 2 < parts.size()
            && parts.get(at + 2) instanceof Part.Symbol close
            && close.shown().equals(")");
    return closed && Bare.isSimple(parts.get(at + 1)) ? parts.get(at + 1) : null;
  }

  String name(Part.Name name) {
    String words = name.words().replace('\u2009', ' ');
    return vocabulary.knows("\\" + words) ? vocabulary.said("\\" + words) : words;
  }

  private String fraction(Part.Fraction fraction) {
    boolean simple = Bare.isSimple(fraction.above()) && Bare.isSimple(fraction.below());
    String key = !fraction.bar() ? "atop" : simple ? "simple-fraction" : "fraction";
    return vocabulary.said(key, words(fraction.above()), words(fraction.below()));
  }

  private String root(Part.Root root) {
    @Nullable Part degree = root.degree();
    String radicand = words(root.radicand());
    String length = Bare.isSimple(root.radicand()) ? "" : "long-";
    if (degree == null) {
      return vocabulary.said(length + "root", radicand);
    }
    return words(degree).equals("3")
        ? vocabulary.said(length + "cube-root", radicand)
        : vocabulary.said("nth-root", words(degree), radicand);
  }

  private String fenced(Part.Fenced fenced, boolean raised) {
    Part content = Bare.of(new Part.Row(fenced.content()));
    String fences = fenced.open() + fenced.close();
    if (fences.equals("()") && content instanceof Part.Fraction binomial && !binomial.bar()) {
      boolean simple = Bare.isSimple(binomial.above()) && Bare.isSimple(binomial.below());
      return vocabulary.said(
          simple ? "simple-binomial" : "binomial",
          words(binomial.above()),
          words(binomial.below()));
    }
    if (content instanceof Part.Grid grid) {
      String words = grids.fenced(grid, fences);
      if (words != null) {
        return words;
      }
    }
    if (fences.equals("||") || fences.equals("‖‖")) {
      return size(fenced.open(), content, raised);
    }
    return bracket(fenced.open()) + " " + words(content) + " " + bracket(fenced.close());
  }

  // An absolute value or a norm; its end is said where something is raised or lowered there.
  private String size(String bar, Part content, boolean raised) {
    String length = Bare.isSimple(content) && !raised ? "" : "long-";
    return vocabulary.said(length + (bar.equals("|") ? "absolute" : "norm"), words(content));
  }

  private String bracket(String sign) {
    return sign.isEmpty() ? "" : vocabulary.word(sign);
  }

  private static String accent(String sign) {
    return switch (sign) {
      case "\u0302" -> "hat";
      case "\u030C" -> "check";
      case "\u0303" -> "tilde";
      case "\u0301" -> "acute";
      case "\u0300" -> "grave";
      case "\u0307" -> "dot";
      case "\u0308" -> "double-dot";
      case "\u20DB" -> "triple-dot";
      case "\u0306" -> "breve";
      case "\u0304" -> "bar";
      case "\u030A" -> "ring";
      case "\u20D7", "→" -> "vector";
      case "←" -> "left-arrow";
      case "↔" -> "both-arrow";
      case "⏞" -> "overbrace";
      case "⏟" -> "underbrace";
      case "⎴" -> "overbracket";
      case "⎵" -> "underbracket";
      default -> throw new IllegalStateException("an accent must have words: " + sign);
    };
  }
}
