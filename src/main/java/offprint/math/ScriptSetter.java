package offprint.math;

import static offprint.glyph.MathTable.Constant.*;

import java.util.List;
import offprint.math.Part.Limits;
import org.jspecify.annotations.Nullable;

/** Sets what is raised and lowered beside a part, or above and below it. */
final class ScriptSetter {
  private final Fount fount;
  private final FormulaSetter setter;

  ScriptSetter(Fount fount, FormulaSetter setter) {
    this.fount = fount;
    this.setter = setter;
  }

  Box set(Part.Scripts scripts, Setting setting) {
    Box base = setter.box(scripts.base(), setting);
    boolean limits =
        scripts.limits() == Limits.ALWAYS
            || scripts.limits() == Limits.IN_DISPLAY && setting.display();
    Part above = scripts.above();
    Part below = scripts.below();
    Box raised = above == null ? null : raised(above, setting);
    Box lowered = below == null ? null : setter.box(below, setting.below());
    return limits ? limits(base, lowered, raised, setting) : beside(base, lowered, raised, setting);
  }

  // A prime is raised already, and as large as the letter it stands beside.
  private Box raised(Part above, Setting setting) {
    List<Part> parts = above instanceof Part.Row row ? row.parts() : List.of(above);
    int primes = 0;
    while (primes < parts.size()
        && parts.get(primes) instanceof Part.Symbol symbol
        && symbol.shown().equals("′")) {
      primes++;
    }
    if (primes == 0) {
      return setter.box(above, setting.above());
    }
    Box box = new Box();
    Box prime = fount.sign("′", setting.level());
    double shift =
        fount.of(setting.cramped() ? SUPERSCRIPT_SHIFT_UP_CRAMPED : SUPERSCRIPT_SHIFT_UP, setting);
    for (int i = 0; i < primes; i++) {
      box.put(prime, box.width, shift);
      box.width += prime.width * (i < primes - 1 ? 0.7 : 1);
    }
    Box rest = setter.row(parts.subList(primes, parts.size()), setting.above());
    box.put(rest, box.width, 0);
    box.width += rest.width;
    return box;
  }

  // Rule 13a.
  private Box limits(Box base, @Nullable Box lowered, @Nullable Box raised, Setting setting) {
    double width =
        Math.max(
            base.width,
            Math.max(raised == null ? 0 : raised.width, lowered == null ? 0 : lowered.width));
    Box box = new Box(width, 0, 0).put(base, (width - base.width) / 2, 0);
    if (raised != null) {
      double rise =
          Math.max(
              fount.of(UPPER_LIMIT_BASELINE_RISE_MIN, setting),
              fount.of(UPPER_LIMIT_GAP_MIN, setting) + raised.descent);
      double x = (width - raised.width + base.overhang) / 2;
      box.put(raised, x, -(base.ascent + rise));
    }
    if (lowered != null) {
      double drop =
          Math.max(
              fount.of(LOWER_LIMIT_BASELINE_DROP_MIN, setting),
              fount.of(LOWER_LIMIT_GAP_MIN, setting) + lowered.ascent);
      double x = (width - lowered.width - base.overhang) / 2;
      box.put(lowered, x, base.descent + drop);
    }
    box.accent = width / 2;
    return box;
  }

  // Rule 18, with the face's own measures (OpenType 1.9, MATH, "MathConstants").
  private Box beside(Box base, @Nullable Box lowered, @Nullable Box raised, Setting setting) {
    double up = 0;
    double down = 0;
    if (raised != null) {
      up =
          Math.max(
              fount.of(
                  setting.cramped() ? SUPERSCRIPT_SHIFT_UP_CRAMPED : SUPERSCRIPT_SHIFT_UP, setting),
              raised.descent + fount.of(SUPERSCRIPT_BOTTOM_MIN, setting));
      if (!base.character) {
        up = Math.max(up, base.ascent - fount.of(SUPERSCRIPT_BASELINE_DROP_MAX, setting));
      }
    }
    if (lowered != null) {
      down =
          Math.max(
              fount.of(SUBSCRIPT_SHIFT_DOWN, setting),
              lowered.ascent - fount.of(SUBSCRIPT_TOP_MAX, setting));
      if (!base.character) {
        down = Math.max(down, base.descent + fount.of(SUBSCRIPT_BASELINE_DROP_MIN, setting));
      }
    }
    if (raised != null && lowered != null) {
      double gap = up - raised.descent - (lowered.ascent - down);
      double lacking = fount.of(SUB_SUPERSCRIPT_GAP_MIN, setting) - gap;
      if (lacking > 0) {
        double room =
            fount.of(SUPERSCRIPT_BOTTOM_MAX_WITH_SUBSCRIPT, setting) - (up - raised.descent);
        double shift = Math.max(0, Math.min(lacking, room));
        up += shift;
        down += lacking - shift;
      }
    }
    Box box = new Box().put(base, 0, 0);
    double width = base.width;
    if (raised != null) {
      box.put(raised, base.width + base.italic, -up);
      width = base.width + base.italic + raised.width;
    }
    if (lowered != null) {
      box.put(lowered, base.width - base.overhang, down);
      width = Math.max(width, base.width - base.overhang + lowered.width);
    }
    box.width = width + fount.of(SPACE_AFTER_SCRIPT, setting);
    box.accent = base.accent;
    box.slanted = base.slanted;
    return box;
  }
}
