package offprint.glyph;

import java.util.ArrayList;
import java.util.List;

/** What a face says about setting formulas (OpenType 1.9, "MATH"). Lengths as shares of the em. */
public final class MathTable {
  /** The values of the table MathConstants that are lengths, in its order. */
  public enum Constant {
    MATH_LEADING,
    AXIS_HEIGHT,
    ACCENT_BASE_HEIGHT,
    FLATTENED_ACCENT_BASE_HEIGHT,
    SUBSCRIPT_SHIFT_DOWN,
    SUBSCRIPT_TOP_MAX,
    SUBSCRIPT_BASELINE_DROP_MIN,
    SUPERSCRIPT_SHIFT_UP,
    SUPERSCRIPT_SHIFT_UP_CRAMPED,
    SUPERSCRIPT_BOTTOM_MIN,
    SUPERSCRIPT_BASELINE_DROP_MAX,
    SUB_SUPERSCRIPT_GAP_MIN,
    SUPERSCRIPT_BOTTOM_MAX_WITH_SUBSCRIPT,
    SPACE_AFTER_SCRIPT,
    UPPER_LIMIT_GAP_MIN,
    UPPER_LIMIT_BASELINE_RISE_MIN,
    LOWER_LIMIT_GAP_MIN,
    LOWER_LIMIT_BASELINE_DROP_MIN,
    STACK_TOP_SHIFT_UP,
    STACK_TOP_DISPLAY_STYLE_SHIFT_UP,
    STACK_BOTTOM_SHIFT_DOWN,
    STACK_BOTTOM_DISPLAY_STYLE_SHIFT_DOWN,
    STACK_GAP_MIN,
    STACK_DISPLAY_STYLE_GAP_MIN,
    STRETCH_STACK_TOP_SHIFT_UP,
    STRETCH_STACK_BOTTOM_SHIFT_DOWN,
    STRETCH_STACK_GAP_ABOVE_MIN,
    STRETCH_STACK_GAP_BELOW_MIN,
    FRACTION_NUMERATOR_SHIFT_UP,
    FRACTION_NUMERATOR_DISPLAY_STYLE_SHIFT_UP,
    FRACTION_DENOMINATOR_SHIFT_DOWN,
    FRACTION_DENOMINATOR_DISPLAY_STYLE_SHIFT_DOWN,
    FRACTION_NUMERATOR_GAP_MIN,
    FRACTION_NUM_DISPLAY_STYLE_GAP_MIN,
    FRACTION_RULE_THICKNESS,
    FRACTION_DENOMINATOR_GAP_MIN,
    FRACTION_DENOM_DISPLAY_STYLE_GAP_MIN,
    SKEWED_FRACTION_HORIZONTAL_GAP,
    SKEWED_FRACTION_VERTICAL_GAP,
    OVERBAR_VERTICAL_GAP,
    OVERBAR_RULE_THICKNESS,
    OVERBAR_EXTRA_ASCENDER,
    UNDERBAR_VERTICAL_GAP,
    UNDERBAR_RULE_THICKNESS,
    UNDERBAR_EXTRA_DESCENDER,
    RADICAL_VERTICAL_GAP,
    RADICAL_DISPLAY_STYLE_VERTICAL_GAP,
    RADICAL_RULE_THICKNESS,
    RADICAL_EXTRA_ASCENDER,
    RADICAL_KERN_BEFORE_DEGREE,
    RADICAL_KERN_AFTER_DEGREE
  }

  /** A larger or smaller drawing of a glyph, and how far it reaches in the direction it grows. */
  public record Variant(int glyph, double extent) {}

  /**
   * A piece that a sign of any size is built of, from the bottom up or from left to right.
   *
   * @param start how much of its beginning may lie over the piece before
   * @param end how much of its end may lie under the next
   * @param extender whether it may be left out, or stand several times
   */
  public record Piece(int glyph, double start, double end, double extent, boolean extender) {}

  // Where MathConstants' lengths begin, and how far one is from the next: a value and a device.
  private static final int LENGTHS = 8;
  private static final int VALUE = 4;

  private final Face face;
  private final int constants;
  private final int italics;
  private final int accents;
  private final int variants;

  /**
   * @param face with a table MATH
   */
  public MathTable(Face face) {
    this.face = face;
    int table = face.table("MATH");
    constants = table + face.unsigned16(table + 4);
    int glyphs = table + face.unsigned16(table + 6);
    italics = glyphs + face.unsigned16(glyphs);
    accents = glyphs + face.unsigned16(glyphs + 2);
    variants = table + face.unsigned16(table + 8);
  }

  public Face face() {
    return face;
  }

  public double constant(Constant constant) {
    return length(constants + LENGTHS + VALUE * constant.ordinal());
  }

  /**
   * The size of a script (depth 1) and of a script's script (depth 2), as a share of the text's.
   */
  public double scriptScale(int depth) {
    return face.unsigned16(constants + 2 * (depth - 1)) / 100.0;
  }

  /** How high an operator such as a sum is to be at least in a display. */
  public double displayOperatorHeight() {
    return length(constants + 6);
  }

  /** How far a root's degree is raised, as a share of the root's height. */
  public double degreeRaise() {
    return signed16(constants + LENGTHS + VALUE * Constant.values().length) / 100.0;
  }

  /** What a slanted glyph leans over its width at the top. */
  public double italicCorrection(int glyph) {
    int index = index(italics + face.unsigned16(italics), glyph);
    return index < 0 ? 0 : length(italics + 4 + VALUE * index);
  }

  /**
   * Where an accent stands on a glyph, or where an accent takes hold itself: from its origin.
   *
   * @param otherwise where the face does not say it
   */
  public double accent(int glyph, double otherwise) {
    int index = index(accents + face.unsigned16(accents), glyph);
    return index < 0 ? otherwise : length(accents + 4 + VALUE * index);
  }

  /** The sizes a sign is drawn in, rising, its own among them; empty where it has only one. */
  public List<Variant> variants(int glyph, boolean upright) {
    List<Variant> found = new ArrayList<>();
    int at = construction(glyph, upright);
    if (at > 0) {
      for (int i = 0; i < face.unsigned16(at + 2); i++) {
        int record = at + 4 + 4 * i;
        found.add(new Variant(face.unsigned16(record), length(record + 2)));
      }
    }
    return found;
  }

  /** What a sign of any size is built of; empty where it cannot be built. */
  public List<Piece> pieces(int glyph, boolean upright) {
    List<Piece> found = new ArrayList<>();
    int at = construction(glyph, upright);
    if (at > 0 && face.unsigned16(at) > 0) {
      int assembly = at + face.unsigned16(at);
      for (int i = 0; i < face.unsigned16(assembly + 4); i++) {
        int record = assembly + 6 + 10 * i;
        found.add(
            new Piece(
                face.unsigned16(record),
                length(record + 2),
                length(record + 4),
                length(record + 6),
                (face.unsigned16(record + 8) & 1) != 0));
      }
    }
    return found;
  }

  /** How much two pieces must lie over one another at least. */
  public double overlap() {
    return length(variants);
  }

  private int construction(int glyph, boolean upright) {
    int coverage = variants + face.unsigned16(variants + (upright ? 2 : 4));
    int index = index(coverage, glyph);
    if (index < 0) {
      return 0;
    }
    int first = upright ? 0 : face.unsigned16(variants + 6);
    return variants + face.unsigned16(variants + 10 + 2 * (first + index));
  }

  // A glyph's place in a coverage table ("Coverage Table"); -1 where it is not in it.
  private int index(int coverage, int glyph) {
    boolean ranges = face.unsigned16(coverage) == 2;
    int width = ranges ? 6 : 2;
    int low = 0;
    int high = face.unsigned16(coverage + 2) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int record = coverage + 4 + width * middle;
      int from = face.unsigned16(record);
      int to = ranges ? face.unsigned16(record + 2) : from;
      if (glyph < from) {
        high = middle - 1;
      } else if (glyph > to) {
        low = middle + 1;
      } else {
        return ranges ? face.unsigned16(record + 4) + glyph - from : middle;
      }
    }
    return -1;
  }

  private double length(int offset) {
    return (double) signed16(offset) / face.unitsPerEm();
  }

  private int signed16(int offset) {
    return (short) face.unsigned16(offset);
  }
}
