package offprint.math;

import static offprint.glyph.MathTable.Constant.*;

import java.util.ArrayList;
import java.util.List;
import offprint.glyph.MathTable;
import offprint.glyph.Shaper;
import offprint.math.Part.Kind;
import offprint.math.Part.Level;
import org.jspecify.annotations.Nullable;

/**
 * Sets formulas by the rules of The TeXbook's appendix G, with the measures of the face's table
 * MATH. For one thread.
 */
public final class FormulaSetter {

  // A formula that a line's end divides only where nothing else is left, and one that none does,
  // in ems.
  private static final double SHORT = 6;
  private static final double SHORTEST = 3;

  // The end of a short formula that is narrower is not parted from it, in ems.
  private static final double STUB = 1.2;

  // Space between neighbours, in steps of thin, medium and thick; only the thin ones that are
  // marked + hold in scripts (The TeXbook, page 170). Rows and columns in the order of Kind.
  private static final String[] SPACES = {
    "0+230001", "++030001", "22002002", "33003003", "00000000", "0+230001", "11011111", "1+231011"
  };

  private final Fount fount;
  private final DelimiterSetter delimiters;
  private final ScriptSetter scripts;
  private final FractionSetter fractions;
  private final AccentSetter accents;
  private final GridSetter grids;

  /**
   * @param size in points
   * @param words shapes what stands among the signs
   */
  public FormulaSetter(MathTable table, Shaper shaper, Words words, double size) {
    fount = new Fount(table, shaper, words, size);
    delimiters = new DelimiterSetter(fount);
    scripts = new ScriptSetter(fount, this);
    fractions = new FractionSetter(fount, delimiters, this);
    accents = new AccentSetter(fount, delimiters, this);
    grids = new GridSetter(fount, this);
  }

  /**
   * @param display whether it stands by itself
   */
  public SetFormula set(Formula formula, boolean display) {
    return set(formula.content(), formula, display ? Level.DISPLAY : Level.TEXT);
  }

  /**
   * A formula that stands by itself in lines no wider than the measure, as far as it can be
   * divided; null where it cannot be.
   */
  public @Nullable SetFormula divided(Formula formula, double measure) {
    Setting setting = new Setting(Level.DISPLAY, false, 0);
    Part.Grid lines = new Divider(this, setting, measure).divided(formula.content());
    return lines == null ? null : set(lines, formula, Level.DISPLAY);
  }

  private SetFormula set(Part content, Formula formula, Level level) {
    Setting setting = new Setting(level, false, 0);
    List<SetFormula.Tag> tags = new ArrayList<>();
    Box box;
    boolean alone = content instanceof Part.Row row && row.parts().size() == 1;
    Part only = alone ? ((Part.Row) content).parts().getFirst() : content;
    if (only instanceof Part.Grid grid) {
      box = grids.set(grid, setting, tags);
    } else {
      box = box(content, setting);
    }
    String tag = formula.tag();
    if (tag != null) {
      tags.add(new SetFormula.Tag(tag(tag), 0));
    }
    return finished(box, tags);
  }

  /**
   * A formula in a line of text in the pieces that a line may end between: behind relations, and
   * behind what joins two terms, outside brackets; in a short one behind relations alone.
   */
  public List<Stretch> stretches(Formula formula) {
    Setting setting = new Setting(Level.TEXT, false, 0);
    List<Stretch> stretches = new ArrayList<>();
    List<Part> parts =
        formula.content() instanceof Part.Row row ? row.parts() : List.of(formula.content());
    SetFormula whole = finished(box(formula.content(), setting), List.of());
    boolean isShort = whole.width() < SHORT * fount.size(Level.TEXT);
    if (whole.width() < SHORTEST * fount.size(Level.TEXT)) {
      return List.of(new Stretch(whole, 0, false, true));
    }
    int brackets = 0;
    List<Part> stretch = new ArrayList<>();
    @Nullable Kind last = null;
    double lead = 0;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      stretch.add(part);
      Kind kind = part instanceof Part.Space ? null : Part.kind(part);
      brackets = Math.max(0, brackets + bracket(part));
      boolean ends =
          brackets == 0
              && (kind == Kind.RELATION || kind == Kind.BINARY && !isShort)
              && i + 1 < parts.size()
              && !(isShort && isStub(parts.subList(i + 1, parts.size()), setting));
      if (kind != null && ends && !(parts.get(i + 1) instanceof Part.Space)) {
        SetFormula set = finished(row(stretch, setting), List.of());
        stretches.add(new Stretch(set, lead, last == Kind.RELATION, isShort));
        Kind next = Part.kind(parts.get(i + 1));
        lead = space(kind, next, setting);
        last = kind;
        stretch.clear();
      }
    }
    SetFormula set = finished(row(stretch, setting), List.of());
    stretches.add(new Stretch(set, lead, last == Kind.RELATION, isShort));
    return stretches;
  }

  /** Whether what is left of it is too little to begin a line with: the nought of = 0. */
  private boolean isStub(List<Part> rest, Setting setting) {
    return rest.size() <= 2 && row(rest, setting).width < STUB * fount.size(Level.TEXT);
  }

  /** By how many brackets more are open behind a part. */
  static int bracket(Part part) {
    return switch (part) {
      case Part.Symbol symbol -> "([{⟨⌊⌈".contains(symbol.shown()) ? 1 : isClosing(symbol) ? -1 : 0;
      case Part.Scripts scripts -> bracket(scripts.base());
      case Part.Delimiter delimiter ->
          delimiter.kind() == Kind.OPENING ? 1 : delimiter.kind() == Kind.CLOSING ? -1 : 0;
      default -> 0;
    };
  }

  private static boolean isClosing(Part.Symbol symbol) {
    return ")]}⟩⌋⌉".contains(symbol.shown());
  }

  /**
   * @param lead space before it, where it is not the first in its line; in points
   * @param relation whether it stands behind a relation, where a line ends more gladly
   * @param isShort whether the whole formula is so short that no line should end in it
   */
  public record Stretch(SetFormula set, double lead, boolean relation, boolean isShort) {}

  SetFormula tag(String words) {
    return finished(fount.words(words, Level.TEXT), List.of());
  }

  private static SetFormula finished(Box box, List<SetFormula.Tag> tags) {
    return new SetFormula(
        box.width + box.italic, box.ascent, box.descent, box.pieces, tags, box.cuts);
  }

  Box box(Part part, Setting setting) {
    return switch (part) {
      case Part.Row row ->
          row.parts().size() == 1
              ? box(row.parts().getFirst(), setting)
              : row(row.parts(), setting);
      case Part.Symbol symbol -> fount.sign(symbol.shown(), setting.level());
      case Part.Operator operator -> operator(operator, setting);
      case Part.Name name -> name(name, setting);
      case Part.Text text -> fount.words(text.words(), setting.level());
      case Part.Space space -> new Box(space.quads() * fount.size(setting.level()), 0, 0);
      case Part.Scripts marked -> scripts.set(marked, setting);
      case Part.Fraction fraction -> fractions.fraction(fraction, setting);
      case Part.Root root -> fractions.root(root, setting);
      case Part.Accent accent -> accents.accent(accent, setting);
      case Part.Line line -> accents.line(line, setting);
      case Part.Frame frame -> accents.frame(frame, setting);
      case Part.Arrow arrow -> accents.arrow(arrow, setting);
      case Part.Fenced fenced -> fenced(fenced, setting);
      case Part.Middle middle -> delimiters.upright(middle.sign(), setting.fence(), setting);
      case Part.Delimiter delimiter -> {
        double height = DelimiterSetter.STEPS[delimiter.step() - 1] * 0.95;
        Setting text = setting.at(Level.TEXT);
        yield delimiters.upright(delimiter.sign(), height * fount.size(Level.TEXT), text);
      }
      case Part.Phantom phantom -> {
        Box content = box(phantom.content(), setting);
        yield new Box(
            phantom.width() ? content.width : 0,
            phantom.height() ? content.ascent : 0,
            phantom.height() ? content.descent : 0);
      }
      case Part.Smash smash -> {
        Box content = box(smash.content(), setting);
        Box flat = new Box(content.width, 0, 0).put(content, 0, 0);
        flat.ascent = 0;
        flat.descent = 0;
        yield flat;
      }
      case Part.Levelled levelled -> box(levelled.content(), setting.at(levelled.level()));
      case Part.Classed classed -> box(classed.content(), setting);
      case Part.Grid grid -> grids.set(grid, setting, new ArrayList<>());
    };
  }

  /** Parts side by side, with the space that is due between them. */
  Box row(List<Part> parts, Setting setting) {
    Box row = new Box();
    @Nullable Kind previous = null;
    double pen = 0;
    double italic = 0;
    boolean first = true;
    for (Part part : parts) {
      Box box = box(part, setting);
      if (part instanceof Part.Space) {
        pen += italic + box.width;
        italic = 0;
        continue;
      }
      Kind kind = Part.kind(part);
      // What leans over stands clear of what stands upright, and not of what leans with it.
      pen += box.slanted ? 0 : italic;
      if (previous != null) {
        pen += space(previous, kind, setting);
      }
      row.put(box, pen, 0);
      row.slanted |= first && box.slanted;
      pen += box.width;
      italic = box.italic;
      previous = kind;
      first = false;
    }
    row.width = pen + italic;
    row.accent = row.width / 2;
    return row;
  }

  private double space(Kind left, Kind right, Setting setting) {
    char step = SPACES[left.ordinal()].charAt(right.ordinal());
    boolean script = setting.level().ordinal() >= Level.SCRIPT.ordinal();
    int mu =
        switch (step) {
          case '+' -> 3;
          case '0' -> 0;
          default -> script ? 0 : 2 + step - '0';
        };
    return mu / 18.0 * fount.size(setting.level());
  }

  // So that all functions' powers stand at one height, whatever letters their names have.
  private Box name(Part.Name name, Setting setting) {
    Box box = fount.sign(name.words(), setting.level());
    box.character = true;
    return box;
  }

  private Box operator(Part.Operator operator, Setting setting) {
    int glyph = fount.glyph(operator.sign());
    if (glyph == 0) {
      return fount.sign(operator.sign(), setting.level());
    }
    if (setting.display()) {
      double least = fount.table().displayOperatorHeight();
      for (MathTable.Variant variant : fount.table().variants(glyph, true)) {
        glyph = variant.glyph();
        if (variant.extent() >= least) {
          break;
        }
      }
    }
    Box box = fount.glyph(glyph, operator.sign(), setting.level());
    // Its width is that of its head (MathML Core, section 3.2.4.3).
    box.overhang = box.italic;
    box.italic = 0;
    return box.lowered((box.ascent - box.descent) / 2 - fount.axis(setting));
  }

  // What \middle stands in is known once all the rest is.
  private Box fenced(Part.Fenced fenced, Setting setting) {
    Box content = row(fenced.content(), setting.fenced(0));
    double axis = fount.axis(setting);
    double half = Math.max(content.ascent - axis, content.descent + axis);
    double em = fount.size(setting.level());
    // Nine tenths, and half an em less, as plain TeX has it (The TeXbook, page 152).
    double height = Math.max(2 * half * 0.901, 2 * half - 0.5 * em);
    if (fenced.content().stream().anyMatch(Part.Middle.class::isInstance)) {
      content = row(fenced.content(), setting.fenced(height));
    }
    Box open = delimiters.upright(fenced.open(), height, setting);
    Box close = delimiters.upright(fenced.close(), height, setting);
    Box box = new Box();
    box.put(open, 0, 0).put(content, open.width, 0).put(close, open.width + content.width, 0);
    box.width = open.width + content.width + close.width;
    box.accent = box.width / 2;
    return box;
  }
}
