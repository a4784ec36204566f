package offprint.math;

import static offprint.glyph.MathTable.Constant.*;

import offprint.math.Part.Level;

/** Sets what stands over and under a part as long as it is: accents, lines, braces, arrows. */
final class AccentSetter {
  private static final double FRAME = 0.3; // between a frame and what it holds, in ems

  private final Fount fount;
  private final DelimiterSetter delimiters;
  private final FormulaSetter setter;

  AccentSetter(Fount fount, DelimiterSetter delimiters, FormulaSetter setter) {
    this.fount = fount;
    this.delimiters = delimiters;
    this.setter = setter;
  }

  Box accent(Part.Accent accent, Setting setting) {
    Box base = setter.box(accent.base(), setting.cramp());
    boolean mark = Character.getType(accent.sign().codePointAt(0)) == Character.NON_SPACING_MARK;
    return mark ? mark(accent, base, setting) : brace(accent, base, setting);
  }

  // Rule 12.
  private Box mark(Part.Accent accent, Box base, Setting setting) {
    Box sign =
        accent.stretched()
            ? delimiters.widest(accent.sign(), base.width + base.italic, setting)
            : fount.glyph(fount.glyph(accent.sign()), accent.sign(), setting.level());
    double fall = Math.min(base.ascent, fount.of(ACCENT_BASE_HEIGHT, setting));
    Box box = new Box(base.width, 0, 0).put(base, 0, 0);
    double middle = accent.stretched() ? (base.width + base.italic) / 2 : base.accent;
    box.put(sign, middle - sign.accent, fall - base.ascent);
    box.italic = base.italic;
    box.accent = base.accent;
    box.character = base.character;
    box.slanted = base.slanted;
    return box;
  }

  private Box brace(Part.Accent accent, Box base, Setting setting) {
    double wide = base.width + base.italic;
    Box sign = delimiters.grown(accent.sign(), wide, false, setting);
    double width = Math.max(wide, sign.width);
    Box box = new Box(width, 0, 0).put(base, (width - wide) / 2, 0);
    double gap = fount.of(OVERBAR_VERTICAL_GAP, setting);
    double y =
        accent.below() ? base.descent + gap + sign.ascent : -base.ascent - gap - sign.descent;
    box.put(sign, (width - sign.width) / 2, y);
    box.accent = width / 2;
    return box;
  }

  // Rules 9 and 10.
  Box line(Part.Line line, Setting setting) {
    Box base = setter.box(line.base(), setting.cramp());
    double width = base.width + base.italic;
    Box box = new Box(width, 0, 0).put(base, 0, 0);
    if (line.below()) {
      double thickness = fount.of(UNDERBAR_RULE_THICKNESS, setting);
      double y = base.descent + fount.of(UNDERBAR_VERTICAL_GAP, setting);
      box.rule(0, y, width, thickness);
      box.descent = y + thickness + fount.of(UNDERBAR_EXTRA_DESCENDER, setting);
    } else {
      double thickness = fount.of(OVERBAR_RULE_THICKNESS, setting);
      double top = base.ascent + fount.of(OVERBAR_VERTICAL_GAP, setting) + thickness;
      box.rule(0, -top, width, thickness);
      box.ascent = top + fount.of(OVERBAR_EXTRA_ASCENDER, setting);
    }
    box.accent = width / 2;
    return box;
  }

  Box frame(Part.Frame frame, Setting setting) {
    Box base = setter.box(frame.content(), setting);
    double side = FRAME * fount.size(setting.level());
    double thick = fount.of(FRACTION_RULE_THICKNESS, setting);
    double width = base.width + base.italic + 2 * side;
    double ascent = base.ascent + side;
    double height = base.height() + 2 * side;
    Box box = new Box(width, ascent, base.descent + side).put(base, side, 0);
    box.rule(0, -ascent, width, thick).rule(0, height - ascent - thick, width, thick);
    box.rule(0, -ascent, thick, height).rule(width - thick, -ascent, thick, height);
    box.accent = width / 2;
    return box;
  }

  Box arrow(Part.Arrow arrow, Setting setting) {
    Box above = setter.box(arrow.above(), setting.above());
    Part label = arrow.below();
    Box below = label == null ? new Box() : setter.box(label, setting.below());
    double em = fount.size(Level.SCRIPT);
    double width = Math.max(above.width, below.width) + 1.2 * em;
    Box sign = delimiters.grown(arrow.sign(), Math.max(width, 1.6 * em), false, setting);
    Box box = new Box(Math.max(width, sign.width), 0, 0);
    box.put(sign, (box.width - sign.width) / 2, 0);
    double rise = fount.of(STRETCH_STACK_GAP_ABOVE_MIN, setting) + above.descent;
    box.put(above, (box.width - above.width) / 2, -sign.ascent - rise);
    double drop = fount.of(STRETCH_STACK_GAP_BELOW_MIN, setting) + below.ascent;
    if (label != null) {
      box.put(below, (box.width - below.width) / 2, sign.descent + drop);
    }
    box.accent = box.width / 2;
    return box;
  }
}
