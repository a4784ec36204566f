package offprint.math;

import static offprint.glyph.MathTable.Constant.*;

import offprint.math.Part.Level;

/** Sets fractions and roots. */
final class FractionSetter {
  // What stands on both sides of a fraction (plain TeX's \nulldelimiterspace), in ems.
  private static final double SIDE = 0.12;

  // In a line of text: the face's own measures are nearly those of a display, and part its lines.
  private static final double IN_TEXT_UP = 0.42;
  private static final double IN_TEXT_DOWN = 0.36;

  private final Fount fount;
  private final DelimiterSetter delimiters;
  private final FormulaSetter setter;

  FractionSetter(Fount fount, DelimiterSetter delimiters, FormulaSetter setter) {
    this.fount = fount;
    this.delimiters = delimiters;
    this.setter = setter;
  }

  // Rule 15.
  Box fraction(Part.Fraction fraction, Setting around) {
    Level level = fraction.level();
    Setting setting = level == null ? around : around.at(level);
    Box above = setter.box(fraction.above(), setting.part(false));
    Box below = setter.box(fraction.below(), setting.part(true));
    boolean display = setting.display();
    double up;
    double down;
    double axis = fount.axis(setting);
    double thickness = fount.of(FRACTION_RULE_THICKNESS, setting);
    if (fraction.bar()) {
      double em = fount.size(setting.level());
      up = display ? fount.of(FRACTION_NUMERATOR_DISPLAY_STYLE_SHIFT_UP, setting) : IN_TEXT_UP * em;
      down =
          display
              ? fount.of(FRACTION_DENOMINATOR_DISPLAY_STYLE_SHIFT_DOWN, setting)
              : IN_TEXT_DOWN * em;
      double gapAbove =
          fount.of(
              display ? FRACTION_NUM_DISPLAY_STYLE_GAP_MIN : FRACTION_NUMERATOR_GAP_MIN, setting);
      double gapBelow =
          fount.of(
              display ? FRACTION_DENOM_DISPLAY_STYLE_GAP_MIN : FRACTION_DENOMINATOR_GAP_MIN,
              setting);
      up = Math.max(up, axis + thickness / 2 + gapAbove + above.descent);
      down = Math.max(down, below.ascent + gapBelow + thickness / 2 - axis);
    } else {
      up = fount.of(display ? STACK_TOP_DISPLAY_STYLE_SHIFT_UP : STACK_TOP_SHIFT_UP, setting);
      down =
          fount.of(
              display ? STACK_BOTTOM_DISPLAY_STYLE_SHIFT_DOWN : STACK_BOTTOM_SHIFT_DOWN, setting);
      double least = fount.of(display ? STACK_DISPLAY_STYLE_GAP_MIN : STACK_GAP_MIN, setting);
      double lacking = least - (up - above.descent - (below.ascent - down));
      up += Math.max(0, lacking) / 2;
      down += Math.max(0, lacking) / 2;
    }
    double side = SIDE * fount.size(setting.level());
    double inner = Math.max(above.width, below.width);
    Box box = new Box(inner + 2 * side, 0, 0);
    box.put(above, side + (inner - above.width) / 2, -up);
    if (fraction.bar()) {
      box.rule(side, -axis - thickness / 2, inner, thickness);
    }
    box.put(below, side + (inner - below.width) / 2, down);
    box.accent = box.width / 2;
    return box;
  }

  // Rule 11.
  Box root(Part.Root root, Setting setting) {
    Box radicand = setter.box(root.radicand(), setting.cramp());
    double inner = radicand.width + radicand.italic;
    double thickness = fount.of(RADICAL_RULE_THICKNESS, setting);
    double gap =
        fount.of(
            setting.display() ? RADICAL_DISPLAY_STYLE_VERTICAL_GAP : RADICAL_VERTICAL_GAP, setting);
    double least = radicand.height() + gap + thickness;
    Box sign = delimiters.grown("√", least, true, setting);
    gap += Math.max(0, sign.height() - least) / 2;
    double top = radicand.ascent + gap + thickness;
    double drop = sign.ascent - top; // moves the sign's head onto the rule
    Box box = new Box();
    double x = 0;
    Part degree = root.degree();
    if (degree != null) {
      Box small = setter.box(degree, new Setting(Level.SCRIPT_SCRIPT, setting.cramped(), 0));
      x = Math.max(0, fount.of(RADICAL_KERN_BEFORE_DEGREE, setting));
      double raise = fount.table().degreeRaise() * sign.height() - (sign.descent + drop);
      box.put(small, x, -raise - small.descent);
      x = Math.max(0, x + small.width + fount.of(RADICAL_KERN_AFTER_DEGREE, setting));
    }
    box.put(sign, x, drop);
    x += sign.width;
    box.rule(x, -top, inner, thickness);
    box.put(radicand, x, 0);
    box.width = x + inner;
    box.ascent = Math.max(box.ascent, top + fount.of(RADICAL_EXTRA_ASCENDER, setting));
    box.accent = box.width / 2;
    return box;
  }
}
