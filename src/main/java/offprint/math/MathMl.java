package offprint.math;

import java.util.List;
import java.util.Locale;
import offprint.math.Part.Limits;
import offprint.xml.XmlText;
import org.jspecify.annotations.Nullable;

/** Writes a formula as MathML, of the elements that MathML Core has. */
final class MathMl {
  private static final String NAMESPACE = "http://www.w3.org/1998/Math/MathML";

  private final Formula formula;
  private final boolean display;
  private final String language;
  private final StringBuilder out = new StringBuilder();

  MathMl(Formula formula, boolean display, String language) {
    this.formula = formula;
    this.display = display;
    this.language = language;
  }

  String write() {
    out.append("<math xmlns=\"").append(NAMESPACE).append('"');
    out.append(" alttext=\"").append(XmlText.attribute(formula.alternative(language))).append('"');
    if (display) {
      out.append(" display=\"block\"");
    }
    out.append('>');
    String tag = formula.tag();
    if (tag == null) {
      row(formula.content());
    } else {
      out.append("<mtable displaystyle=\"true\" width=\"100%\"><mtr><mtd>");
      row(formula.content());
      out.append("</mtd><mtd style=\"text-align: right\"><mtext>");
      out.append(XmlText.content(tag)).append("</mtext></mtd></mtr></mtable>");
    }
    return out.append("</math>").toString();
  }

  private void row(Part part) {
    out.append("<mrow>");
    if (part instanceof Part.Row row) {
      for (int i = 0; i < row.parts().size(); i++) {
        part(row.parts().get(i));
        if (i + 1 < row.parts().size() && isFunction(row.parts().get(i))) {
          out.append("<mo>\u2061</mo>");
        }
      }
    } else {
      part(part);
    }
    out.append("</mrow>");
  }

  // What follows a function's name is what it is applied to.
  private static boolean isFunction(Part part) {
    return part instanceof Part.Name name && !name.limits()
        || part instanceof Part.Scripts scripts && isFunction(scripts.base());
  }

  private void part(Part part) {
    switch (part) {
      case Part.Row row -> {
        if (row.parts().size() == 1) {
          part(row.parts().getFirst());
        } else {
          row(row);
        }
      }
      case Part.Symbol symbol -> symbol(symbol);
      case Part.Operator operator -> element("mo", operator.sign());
      case Part.Name name -> name(name);
      case Part.Text text -> element("mtext", text.words().replace(' ', '\u00A0'));
      case Part.Space space -> space(space.quads());
      case Part.Scripts scripts -> scripts(scripts);
      case Part.Fraction fraction -> fraction(fraction);
      case Part.Root root -> {
        Part degree = root.degree();
        open(degree == null ? "msqrt" : "mroot");
        part(root.radicand());
        if (degree != null) {
          part(degree);
        }
        close(degree == null ? "msqrt" : "mroot");
      }
      case Part.Accent accent -> accent(accent);
      case Part.Line line -> {
        String element = line.below() ? "munder" : "mover";
        open(element);
        part(line.base());
        out.append(line.below() ? "<mo stretchy=\"true\">_</mo>" : "<mo stretchy=\"true\">¯</mo>");
        close(element);
      }
      case Part.Frame frame -> {
        out.append("<mrow style=\"border: 1px solid; padding: 0.3em\">");
        part(frame.content());
        close("mrow");
      }
      case Part.Fenced fenced -> {
        open("mrow");
        fence(fenced.open(), "prefix");
        fenced.content().forEach(this::part);
        fence(fenced.close(), "postfix");
        close("mrow");
      }
      case Part.Middle middle -> {
        out.append("<mo stretchy=\"true\" lspace=\"0\" rspace=\"0\">");
        out.append(XmlText.content(middle.sign())).append("</mo>");
      }
      case Part.Delimiter delimiter -> delimiter(delimiter);
      case Part.Arrow arrow -> arrow(arrow);
      case Part.Phantom phantom -> {
        out.append("<mpadded");
        if (!phantom.width()) {
          out.append(" width=\"0\"");
        }
        if (!phantom.height()) {
          out.append(" height=\"0\" depth=\"0\"");
        }
        out.append("><mphantom>");
        part(phantom.content());
        out.append("</mphantom></mpadded>");
      }
      case Part.Smash smash -> {
        out.append("<mpadded height=\"0\" depth=\"0\">");
        part(smash.content());
        close("mpadded");
      }
      case Part.Levelled levelled -> level(levelled.content(), levelled.level());
      case Part.Classed classed -> part(classed.content());
      case Part.Grid grid -> grid(grid);
    }
  }

  private void symbol(Part.Symbol symbol) {
    switch (symbol.role()) {
      case NUMBER -> element("mn", symbol.shown());
      case IDENTIFIER -> identifier(symbol);
      case SIGN -> sign(symbol);
    }
  }

  // A single letter is slanted by itself (MathML Core, section 3.2.2).
  private void identifier(Part.Symbol symbol) {
    String written = symbol.written();
    boolean single = written.codePointCount(0, written.length()) == 1;
    String slanted = Character.toString(Alphabet.ITALIC.of(written.codePointAt(0)));
    if (single && symbol.shown().equals(slanted)) {
      element("mi", written);
    } else if (single && symbol.shown().equals(written)) {
      out.append("<mi mathvariant=\"normal\">").append(XmlText.content(written)).append("</mi>");
    } else {
      element("mi", symbol.shown());
    }
  }

  private void sign(Part.Symbol symbol) {
    String sign = symbol.shown();
    out.append("<mo");
    switch (symbol.kind()) {
      case OPENING -> out.append(" form=\"prefix\" stretchy=\"false\"");
      case CLOSING -> out.append(sign.equals("!") ? "" : " form=\"postfix\" stretchy=\"false\"");
      case ORDINARY -> {
        if ("+−±∓".contains(sign)) {
          out.append(" form=\"prefix\"");
        } else if (sign.equals("|") || sign.equals("‖")) {
          out.append(" stretchy=\"false\" lspace=\"0\" rspace=\"0\"");
        } else {
          out.append(" lspace=\"0\" rspace=\"0\"");
        }
      }
      case RELATION, BINARY, OPERATOR, PUNCTUATION, INNER -> out.append(arrow(sign));
    }
    out.append('>').append(XmlText.content(sign)).append("</mo>");
  }

  private static String arrow(String sign) {
    return sign.codePointAt(0) >= 0x2190 && sign.codePointAt(0) <= 0x21ff
        ? " stretchy=\"false\""
        : "";
  }

  private void name(Part.Name name) {
    if (name.limits()) {
      out.append("<mo lspace=\"0\" rspace=\"0.167em\" movablelimits=\"true\">");
      out.append(XmlText.content(name.words())).append("</mo>");
    } else {
      boolean single = name.words().codePointCount(0, name.words().length()) == 1;
      out.append(single ? "<mi mathvariant=\"normal\">" : "<mi>");
      out.append(XmlText.content(name.words())).append("</mi>");
    }
  }

  private void space(double quads) {
    out.append("<mspace width=\"").append(length(quads)).append("em\"/>");
  }

  static String length(double number) {
    String written = String.format(Locale.ROOT, "%.3f", number);
    return written.replaceAll("\\.?0+$", "");
  }

  private void scripts(Part.Scripts scripts) {
    Part below = scripts.below();
    Part above = scripts.above();
    boolean limits = scripts.limits() != Limits.NEVER;
    String element;
    if (below != null && above != null) {
      element = limits ? "munderover" : "msubsup";
    } else if (below != null) {
      element = limits ? "munder" : "msub";
    } else {
      element = limits ? "mover" : "msup";
    }
    open(element);
    Part base = scripts.base();
    if (scripts.limits() == Limits.ALWAYS && base instanceof Part.Operator operator) {
      out.append("<mo movablelimits=\"false\">").append(operator.sign()).append("</mo>");
    } else if (base.equals(Part.Row.EMPTY)) {
      out.append("<mi></mi>");
    } else {
      part(base);
    }
    script(below);
    script(above);
    close(element);
  }

  private void script(@Nullable Part script) {
    if (script != null) {
      boolean prime = script instanceof Part.Symbol symbol && symbol.shown().equals("′");
      if (prime) {
        out.append("<mo lspace=\"0\" rspace=\"0\">′</mo>");
      } else if (script instanceof Part.Row row && row.parts().size() != 1) {
        row(row);
      } else {
        part(script);
      }
    }
  }

  private void fraction(Part.Fraction fraction) {
    Part.Level level = fraction.level();
    if (level != null) {
      out.append("<mstyle displaystyle=\"").append(level == Part.Level.DISPLAY);
      out.append("\" scriptlevel=\"0\">");
    }
    out.append(fraction.bar() ? "<mfrac>" : "<mfrac linethickness=\"0\">");
    group(fraction.above());
    group(fraction.below());
    close("mfrac");
    if (level != null) {
      close("mstyle");
    }
  }

  // An element's argument, which must be one element.
  private void group(Part part) {
    if (part instanceof Part.Symbol symbol) {
      symbol(symbol);
    } else {
      row(part);
    }
  }

  private void accent(Part.Accent accent) {
    String element = accent.below() ? "munder" : "mover";
    out.append('<').append(element);
    out.append(accent.below() ? " accentunder=\"true\">" : " accent=\"true\">");
    group(accent.base());
    out.append("<mo stretchy=\"").append(accent.stretched()).append("\">");
    out.append(spacing(accent.sign())).append("</mo>");
    close(element);
  }

  // A combining mark would go onto the tag before it.
  private static String spacing(String accent) {
    return switch (accent) {
      case "\u0302" -> "^";
      case "\u030C" -> "ˇ";
      case "\u0303" -> "~";
      case "\u0301" -> "´";
      case "\u0300" -> "`";
      case "\u0307" -> "˙";
      case "\u0308" -> "¨";
      case "\u20DB" -> "⃛";
      case "\u0306" -> "˘";
      case "\u0304" -> "¯";
      case "\u20D7" -> "→";
      case "\u030A" -> "˚";
      default -> accent;
    };
  }

  private void fence(String sign, String form) {
    if (!sign.isEmpty()) {
      out.append("<mo fence=\"true\" stretchy=\"true\" form=\"").append(form).append("\">");
      out.append(XmlText.content(sign)).append("</mo>");
    }
  }

  private void delimiter(Part.Delimiter delimiter) {
    String size = length(DelimiterSetter.STEPS[delimiter.step() - 1]) + "em";
    String form =
        switch (delimiter.kind()) {
          case OPENING -> " form=\"prefix\"";
          case CLOSING -> " form=\"postfix\"";
          default -> "";
        };
    out.append("<mo fence=\"true\" stretchy=\"true\"").append(form);
    out.append(" minsize=\"").append(size).append("\" maxsize=\"").append(size).append("\">");
    out.append(XmlText.content(delimiter.sign())).append("</mo>");
  }

  private void arrow(Part.Arrow arrow) {
    Part below = arrow.below();
    open(below == null ? "mover" : "munderover");
    out.append("<mo stretchy=\"true\">").append(arrow.sign()).append("</mo>");
    for (Part label : below == null ? List.of(arrow.above()) : List.of(below, arrow.above())) {
      out.append("<mpadded width=\"+0.8em\" lspace=\"0.4em\">");
      part(label);
      close("mpadded");
    }
    close(below == null ? "mover" : "munderover");
  }

  private void level(Part content, Part.Level level) {
    int depth = Math.max(0, level.ordinal() - 1);
    out.append("<mstyle displaystyle=\"").append(level == Part.Level.DISPLAY);
    out.append("\" scriptlevel=\"").append(depth).append("\">");
    row(content);
    close("mstyle");
  }

  private void grid(Part.Grid grid) {
    boolean aligned = grid.shape() == Part.Grid.Shape.ALIGNED;
    boolean tagged = grid.rows().stream().anyMatch(row -> row.tag() != null);
    if (grid.shape() == Part.Grid.Shape.SMALL_MATRIX) {
      out.append("<mstyle scriptlevel=\"1\">");
    }
    out.append(aligned ? "<mtable displaystyle=\"true\">" : "<mtable>");
    for (int i = 0; i < grid.rows().size(); i++) {
      Part.GridRow row = grid.rows().get(i);
      boolean foot = grid.ruledBelow() && i == grid.rows().size() - 1;
      out.append("<mtr>");
      for (int column = 0; column < row.cells().size(); column++) {
        cell(grid, row, column, foot);
      }
      String tag = row.tag();
      if (tagged && tag != null) {
        out.append("<mtd><mtext>").append(XmlText.content(tag)).append("</mtext></mtd>");
      }
      close("mtr");
    }
    close("mtable");
    if (grid.shape() == Part.Grid.Shape.SMALL_MATRIX) {
      close("mstyle");
    }
  }

  // MathML Core leaves alignment, gaps and lines to CSS (section 3.5).
  private void cell(Part.Grid grid, Part.GridRow row, int column, boolean foot) {
    StringBuilder style = new StringBuilder();
    switch (grid.columns().charAt(column % grid.columns().length())) {
      case 'l' -> style.append("text-align: left; ");
      case 'r' -> style.append("text-align: right; ");
      default -> {}
    }
    if (grid.shape() == Part.Grid.Shape.ALIGNED && grid.columns().length() > 1) {
      style.append(column % 2 == 0 ? "padding-right: 0; " : "padding-left: 0; ");
    }
    if (grid.lines().contains(column)) {
      style.append("border-left: 1px solid; ");
    }
    if (column == row.cells().size() - 1 && grid.lines().contains(column + 1)) {
      style.append("border-right: 1px solid; ");
    }
    if (row.ruled()) {
      style.append("border-top: 1px solid; ");
    }
    if (foot) {
      style.append("border-bottom: 1px solid; ");
    }
    out.append("<mtd");
    if (!style.isEmpty()) {
      out.append(" style=\"").append(style.substring(0, style.length() - 2)).append('"');
    }
    out.append('>');
    boolean continued =
        grid.shape() == Part.Grid.Shape.ALIGNED && column % 2 == 1 && grid.columns().length() > 1;
    if (continued) {
      // So that a relation at its beginning has its space on both sides.
      out.append("<mrow><mi></mi>");
    }
    part(row.cells().get(column));
    if (continued) {
      close("mrow");
    }
    close("mtd");
  }

  private void element(String name, String text) {
    open(name);
    out.append(XmlText.content(text));
    close(name);
  }

  private void open(String name) {
    out.append('<').append(name).append('>');
  }

  private void close(String name) {
    out.append("</").append(name).append('>');
  }
}
