package offprint.glyph;

import java.util.Comparator;
import java.util.List;

/** What a text asks of its face. */
record Wish(List<String> families, double size, int weight, boolean italic, String form) {
  Wish {
    families = List.copyOf(families);
  }

  /** A face for another language comes last, one for this language first. */
  Comparator<Cut> byLanguage() {
    return Comparator.<Cut>comparingInt(cut -> cut.language() == null || serves(cut) ? 0 : 1)
        .thenComparingInt(cut -> cut.isOnMachine() ? 0 : 1)
        .thenComparingInt(cut -> serves(cut) ? 0 : 1);
  }

  private boolean serves(Cut cut) {
    return form.equals(cut.language());
  }

  /** The slope counts before the weight, the weight before the size. */
  Cut nearest(List<Cut> cuts) {
    Cut best = cuts.getFirst();
    for (Cut cut : cuts) {
      if (compare(cut, best) < 0) {
        best = cut;
      }
    }
    return best;
  }

  private int compare(Cut a, Cut b) {
    int slope = Boolean.compare(a.italic() != italic, b.italic() != italic);
    int heaviness = Integer.compare(off(a), off(b));
    return slope != 0 ? slope : heaviness != 0 ? heaviness : Double.compare(misfit(a), misfit(b));
  }

  // Between two that are as near, the text's own side of medium wins (CSS Fonts 4, section 5.2).
  private int off(Cut cut) {
    boolean away = weight > 500 ? cut.weight() < weight : cut.weight() > weight;
    return 2 * Math.abs(cut.weight() - weight) + (away ? 1 : 0);
  }

  // A cut for smaller sizes is too sturdy but reads; one for larger sizes is too fine.
  private double misfit(Cut cut) {
    return cut.from() <= size ? size - cut.from() : 10_000 + cut.from() - size;
  }
}
