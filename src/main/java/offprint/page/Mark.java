package offprint.page;

import java.util.ArrayList;
import java.util.List;
import offprint.glyph.GlyphRun;
import offprint.math.SetFormula;
import offprint.source.Asset;
import offprint.style.Style.Colour;
import org.jspecify.annotations.Nullable;

/** Something on a page. Coordinates in points from the top left of the trim, y down. */
public sealed interface Mark {

  /**
   * Shaped text.
   *
   * @param x of its left end
   * @param y of its baseline
   * @param owner what it belongs to
   * @param actual what it stands for where that is not its own text, such as U+00AD for a hyphen at
   *     a line's end; else null
   * @param turned whether it runs up the page, a quarter turn to the left about its beginning
   */
  record Text(
      GlyphRun run,
      double x,
      double y,
      Colour colour,
      Owner owner,
      @Nullable String actual,
      boolean turned)
      implements Mark {
    public Text(
        GlyphRun run, double x, double y, Colour colour, Owner owner, @Nullable String actual) {
      this(run, x, y, colour, owner, actual, false);
    }
  }

  /**
   * A formula.
   *
   * @param x of its left end
   * @param y of its baseline
   * @param turned whether it runs up the page
   */
  record Formula(SetFormula set, double x, double y, Colour colour, Owner owner, boolean turned)
      implements Mark {
    public Formula(SetFormula set, double x, double y, Colour colour, Owner owner) {
      this(set, x, y, colour, owner, false);
    }

    /** Its glyphs and lines, each as a mark of its own. */
    public List<Mark> parts() {
      List<Mark> parts = new ArrayList<>();
      for (SetFormula.Piece piece : set.pieces()) {
        switch (piece) {
          case SetFormula.Piece.Glyphs g ->
              parts.add(new Text(g.run(), g.x(), g.y(), colour, owner, null));
          case SetFormula.Piece.Rule r ->
              parts.add(new Rule(r.x(), r.y(), r.width(), r.height(), colour, owner));
        }
      }
      return Marks.moved(turned ? Marks.turned(parts, 0) : parts, x, y);
    }
  }

  /** A filled rectangle: a rule, a border, the ground behind marked words. */
  record Rule(double x, double y, double width, double height, Colour colour, Owner owner)
      implements Mark {}

  /**
   * A picture, scaled to the rectangle.
   *
   * @param turned whether its head is at the rectangle's left
   */
  record Picture(
      Asset asset, double x, double y, double width, double height, Owner owner, boolean turned)
      implements Mark {
    public Picture(Asset asset, double x, double y, double width, double height, Owner owner) {
      this(asset, x, y, width, height, owner, false);
    }
  }

  /**
   * A rectangle that leads somewhere when clicked.
   *
   * @param element the structure's {@code Link}
   * @param description for who cannot see it: the words and the address
   */
  record Link(
      double x,
      double y,
      double width,
      double height,
      Destination destination,
      Structure.Element element,
      String description)
      implements Mark {}

  /** A place that links and bookmarks lead to. Its name is unique in the article. */
  record Anchor(String name, double x, double y) implements Mark {}

  /** Where a {@link Link} leads. */
  sealed interface Destination {
    /** An address, as the author wrote it. */
    record Address(String address) implements Destination {}

    /** An {@link Anchor} of the same file. */
    record Name(String name) implements Destination {}
  }

  /** What a mark belongs to: a slot of the structure, or nothing that is read aloud. */
  sealed interface Owner permits Structure.Content, Artifact {}

  /** What no reader is read: furniture and rules (ISO 32000-1, 14.8.2.2). */
  enum Artifact implements Owner {
    HEADER,
    FOOTER,
    LAYOUT
  }
}
