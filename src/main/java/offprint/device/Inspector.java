package offprint.device;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import offprint.document.Block;
import offprint.document.Document;
import offprint.document.Inline;
import offprint.document.LinkList;
import offprint.document.Metadata;
import offprint.document.ReadingOrder;
import offprint.document.TableGrid;
import offprint.epub.Inventory;
import offprint.source.Findings;
import offprint.source.Place;

/** Looks through a book for what a device refuses or spoils. */
public final class Inspector {
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

  private final Device device;
  private final Device.Limits limits;
  private final Document document;
  private final Inventory book;
  private final Findings findings;
  private boolean formulasTold;
  private boolean levelsTold;

  private Inspector(Device device, Document document, Inventory book, Findings findings) {
    this.device = device;
    this.limits = device.limits();
    this.document = document;
    this.book = book;
    this.findings = findings;
  }

  /** Tells of all that the devices would make of the book other than it is meant. */
  public static void inspect(
      List<Device> devices, Document document, Inventory book, Findings findings) {
    for (Device device : devices) {
      new Inspector(device, document, book, findings).inspect();
    }
  }

  private void inspect() {
    files();
    cover();
    document.links().entries().forEach(this::link);
    ReadingOrder order = ReadingOrder.ofAll(this::block, this::inline);
    order.inlines(document.title());
    order.blocks(document.summary());
    order.blocks(document.body());
    order.blocks(document.about());
    document.notes().forEach(note -> order.blocks(note.content()));
    levels();
  }

  private void files() {
    Place whole = Place.of(document.source().name());
    if (book.size() > limits.book()) {
      tell(
          "book",
          whole,
          "the EPUB has %s, and %s takes %s"
              .formatted(bytes(book.size()), device.title(), bytes(limits.book())),
          "picture-pixels: 1200 in the front matter makes its pictures smaller; save them smaller"
              + " where that is not enough");
    }
    for (Inventory.File file : book.files()) {
      if (file.mediaType().equals("application/xhtml+xml") && file.size() > limits.document()) {
        tell(
            "document",
            whole,
            "%s has %s, and %s takes %s a document"
                .formatted(
                    file.href(), bytes(file.size()), device.title(), bytes(limits.document())),
            "divide the article by headings");
      }
      boolean font = file.mediaType().matches("(font|application/(font|vnd\\.ms-opentype)).*");
      if (font && !limits.fonts().contains(file.mediaType())) {
        tell(
            "font",
            whole,
            "%s is no face that %s takes".formatted(file.href(), device.title()),
            "let the theme bring it as TrueType or OpenType");
      }
    }
  }

  private void cover() {
    Metadata.Cover own = document.metadata().cover();
    Place place = own == null ? Place.of(document.source().name()) : own.place();
    Inventory.Picture cover = book.cover();
    if (cover == null) {
      tell("cover", place, "the book has no cover", "name a picture as cover: in the front matter");
      return;
    }
    String remedy =
        "save it in 1600 x 2560 pixels as JPEG or PNG, or leave cover: out and one is made";
    if (cover.mediaType().equals("image/svg+xml") || cover.mediaType().equals("image/gif")) {
      tell("cover", place, "'" + cover.path() + "' is neither JPEG nor PNG", remedy);
      return;
    }
    int shorter = Math.min(cover.width(), cover.height());
    if (shorter < limits.cover()) {
      tell(
          "cover",
          place,
          String.format(
              Locale.ROOT,
              "the cover has %d x %d pixels, and %s wants %d on its shorter side",
              cover.width(),
              cover.height(),
              device.title(),
              limits.cover()),
          remedy);
    }
    double ratio = (double) cover.height() / cover.width();
    if (limits.coverRatio() > 0 && Math.abs(ratio - limits.coverRatio()) > 0.1) {
      tell(
          "cover",
          place,
          String.format(
              Locale.ROOT,
              "the cover is %.2f times as high as wide, and %s wants %.1f",
              ratio,
              device.title(),
              limits.coverRatio()),
          remedy);
    }
  }

  private void link(LinkList.Entry link) {
    int colon = link.address().indexOf(':');
    String scheme = colon < 0 ? "" : link.address().substring(0, colon).toLowerCase(Locale.ROOT);
    boolean relative = !scheme.matches("[a-z][a-z0-9+.-]*");
    if (relative || !SCHEMES.contains(scheme)) {
      for (Place place : link.places()) {
        tell(
            "link",
            place,
            "'%s' leads nowhere from %s".formatted(link.address(), device.title()),
            relative
                ? "write the whole address, or say with base-url: where it belongs"
                : "link to a page of the web");
      }
    }
  }

  private void block(Block block) {
    if (block instanceof Block.Table table) {
      table(table);
    } else if (block instanceof Block.Formula formula) {
      formula(formula.place());
    }
  }

  private void table(Block.Table table) {
    int columns = new TableGrid(table).columns();
    if (columns > limits.columns()) {
      tell(
          "table",
          table.place(),
          String.format(
              Locale.ROOT,
              "the table has %d columns; on %s more than %d may not be readable",
              columns,
              device.title(),
              limits.columns()),
          "part it, or let rows and columns change places");
    }
    if (!limits.nestedTables()) {
      new InnerTables(table).places().forEach(this::nested);
    }
  }

  private void nested(Place place) {
    tell(
        "table",
        place,
        "a table in a table is taken apart on " + device.title(),
        "set it below the other, and refer to it");
  }

  private void inline(Inline inline) {
    if (inline instanceof Inline.Formula formula) {
      formula(formula.place());
    } else if (inline instanceof Inline.Image image) {
      picture(image);
    }
  }

  private void formula(Place place) {
    if (!limits.formulas() && !formulasTold) {
      formulasTold = true;
      tell(
          "formula",
          place,
          "formulas are MathML, which " + device.title() + " draws only with Enhanced Typesetting",
          "look at them in Kindle Previewer, which says whether the book has it");
    }
  }

  private void picture(Inline.Image image) {
    Inventory.Picture picture = book.pictures().get(image.asset());
    if (picture == null) {
      return;
    }
    String named = "'" + picture.path() + "'";
    Place place = image.place();
    if (!limits.formats().contains(picture.mediaType())) {
      String form = picture.mediaType().replaceAll("image/|\\+xml", "").toUpperCase(Locale.ROOT);
      tell(
          "picture",
          place,
          "%s is %s, which %s does not take, or not everywhere"
              .formatted(named, form, device.title()),
          "save it as PNG");
    } else if (!limits.moving() && picture.moves()) {
      tell("picture", place, named + " stands still on " + device.title(), "show its best frame");
    }
    if (picture.size() > limits.picture()) {
      tell(
          "picture",
          place,
          "%s has %s, and %s takes %s a picture"
              .formatted(named, bytes(picture.size()), device.title(), bytes(limits.picture())),
          "save it as JPEG, or with fewer pixels");
    }
    boolean drawn = picture.mediaType().equals("image/svg+xml");
    if (!drawn && (long) picture.width() * picture.height() > limits.pixels()) {
      tell(
          "picture",
          place,
          String.format(
              Locale.ROOT,
              "%s has %d x %d pixels, and %s takes %.1f million in all",
              named,
              picture.width(),
              picture.height(),
              device.title(),
              limits.pixels() / 1e6),
          "picture-pixels: 2000 in the front matter makes it smaller");
    }
    int letters = image.alternative().codePointCount(0, image.alternative().length());
    if (letters > limits.alternative()) {
      tell(
          "alternative",
          place,
          String.format(
              Locale.ROOT,
              "%s is described in %d characters, and %s wants fewer than %d",
              named,
              letters,
              device.title(),
              limits.alternative() + 1),
          "say the rest in the text or the caption");
    }
  }

  /** In how many levels the contents show the headings, told of at the first that is too deep. */
  private void levels() {
    int[] open = new int[limits.levels() == Integer.MAX_VALUE ? 0 : 7];
    int depth = 0;
    for (Block block : open.length == 0 ? List.<Block>of() : document.body()) {
      if (block instanceof Block.Heading heading && !levelsTold) {
        while (depth > 0 && open[depth - 1] >= heading.level()) {
          depth--;
        }
        open[depth++] = heading.level();
        if (depth > limits.levels()) {
          levelsTold = true;
          tell(
              "contents",
              heading.place(),
              String.format(
                  Locale.ROOT,
                  "the contents show headings in %d levels here, and %s shows %d",
                  depth,
                  device.title(),
                  limits.levels()),
              "readers still find it in the text; give it a level less if it must be listed");
        }
      }
    }
  }

  private static String bytes(long count) {
    return count >= 1_000_000_000
        ? String.format(Locale.ROOT, "%.1f GB", count / 1e9)
        : String.format(Locale.ROOT, "%.1f MB", count / 1e6);
  }

  private void tell(String what, Place place, String message, String remedy) {
    findings.warning(device.name().toLowerCase(Locale.ROOT) + "-" + what, place, message, remedy);
  }
}
