package offprint.composition;

import java.util.ArrayList;
import java.util.List;
import offprint.composition.SetLines.Block;
import offprint.composition.SetLines.Line;
import offprint.page.Pages;
import offprint.page.Structure;

/** What no finished page should show, as a proofreader lists it. */
final class PageFaults {
  private final SetLines set;
  private final List<String> faults = new ArrayList<>();

  private PageFaults(SetLines set) {
    this.set = set;
  }

  static List<String> of(Pages pages) {
    PageFaults faults = new PageFaults(new SetLines(pages));
    for (Block block : faults.set.blocks()) {
      faults.alone(block);
      faults.ladder(block);
      faults.last(block);
      faults.stranded(block);
      faults.divided(block);
    }
    return faults.faults;
  }

  private void alone(Block block) {
    List<List<Line>> pages = block.onPages();
    for (int i = 0; pages.size() > 1 && i < pages.size(); i++) {
      if (pages.get(i).size() < 2) {
        faults.add((i == 0 ? "orphan " : "widow ") + block.role() + " " + pages.get(i));
      }
    }
  }

  private void ladder(Block block) {
    int rungs = 0;
    for (Line line : block.lines()) {
      rungs = line.hyphen() ? rungs + 1 : 0;
      if (rungs == 3) {
        faults.add("third hyphen in a row " + line);
      }
    }
  }

  private void last(Block block) {
    if (block.role() != Structure.Role.PARAGRAPH || block.code() || block.lines().size() < 2) {
      return;
    }
    Line last = block.lines().getLast();
    if (last.right() - last.left() < 1.2 * block.size()) {
      faults.add("last line shorter than the indent " + last);
    }
    boolean rest = block.lines().get(block.lines().size() - 2).hyphen();
    if (rest && !last.words().strip().contains(" ")) {
      faults.add("last line a rest of a word " + last);
    }
  }

  private void stranded(Block block) {
    if (!block.isHeading() || block.note() || block.cell()) {
      return;
    }
    Line last = block.lines().getLast();
    long below = set.body(last.page()).stream().filter(l -> l.y() > last.y() + 1).count();
    boolean ends = last.page() == set.pages() - 1;
    boolean runIn =
        set.blocks().stream()
            .anyMatch(
                b ->
                    b != block
                        && !b.lines().isEmpty()
                        && b.lines().getFirst().page() == last.page()
                        && Math.abs(b.lines().getFirst().y() - last.y()) < 0.6);
    if (below < 2 && !ends && !runIn && !set.picturesBelow(last)) {
      faults.add("stranded heading " + last);
    }
  }

  private void divided(Block block) {
    List<List<Line>> pages = block.onPages();
    for (int i = 0; i < pages.size() - 1; i++) {
      if (pages.get(i).getLast().hyphen()) {
        faults.add("hyphen at a page's end " + pages.get(i).getLast());
      }
    }
  }
}
