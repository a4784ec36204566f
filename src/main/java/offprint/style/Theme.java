package offprint.style;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import offprint.document.PageSize;
import offprint.document.Settings;
import offprint.source.Findings;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * A theme: how everything in an article looks. Made from a folder of CSS: {@code print.css} says
 * how the typesetter sets, {@code article.css} is what e-readers get, and {@code reader.css}, where
 * there is one, what they get besides.
 *
 * <p>The leading of {@link #body()} is the distance of the baseline grid.
 */
public final class Theme {
  private final String name;
  private final boolean facing;
  private final Cascade cascade;
  private final Map<PageStyle.Side, PageStyle> first = new EnumMap<>(PageStyle.Side.class);
  private final Map<PageStyle.Side, PageStyle> others = new EnumMap<>(PageStyle.Side.class);
  private final Style body;
  private final String readerSheet;
  private final @Nullable String extraSheet;
  private final List<FontFace> faces;
  private final List<FontFace> readerFaces;
  private final Map<String, byte[]> files;

  private Theme(
      String name,
      PageSize trim,
      boolean facing,
      List<Rule> rules,
      List<PageRule> pageRules,
      String readerSheet,
      @Nullable String extraSheet,
      List<FontFace> faces,
      List<FontFace> readerFaces,
      Map<String, byte[]> files) {
    this.name = name;
    this.facing = facing;
    this.cascade = new Cascade(rules);
    this.readerSheet = readerSheet;
    this.extraSheet = extraSheet;
    this.faces = List.copyOf(faces);
    this.readerFaces = List.copyOf(readerFaces);
    this.files = files;
    Element root = Element.root();
    this.body = cascade.computed(root.child(Tag.BODY, null)).style();
    PageBoxes pages = new PageBoxes(pageRules, cascade.computed(root));
    for (PageStyle.Side side : PageStyle.Side.values()) {
      PageStyle.Side asked = facing ? side : null;
      first.put(side, pages.page(trim, asked, true));
      others.put(side, pages.page(trim, asked, false));
    }
  }

  /**
   * Loads a theme.
   *
   * @param nameOrFolder a name that the {@link Shelf} knows, or a folder's path
   * @param size the trim, whatever the theme says; null for the theme's own
   * @return null, after an error, where there is no such theme or it cannot be read
   */
  public static @Nullable Theme load(
      String nameOrFolder, @Nullable PageSize size, Findings findings) {
    return load(nameOrFolder, size, null, findings);
  }

  /**
   * As {@link #load(String, PageSize, Findings)}.
   *
   * @param sides on one side of the sheets no page is a left or a right one, and what the theme
   *     says for all pages is left; null for what the theme is made for, which is two
   */
  public static @Nullable Theme load(
      String nameOrFolder,
      @Nullable PageSize size,
      Settings.@Nullable Sides sides,
      Findings findings) {
    return load(nameOrFolder, size, sides, Shelf.here(), findings);
  }

  /** The same with themes from a shelf. */
  public static @Nullable Theme load(
      String nameOrFolder,
      @Nullable PageSize size,
      Settings.@Nullable Sides sides,
      Shelf shelf,
      Findings findings) {
    Sheets sheets = shelf.find(nameOrFolder);
    if (sheets == null) {
      findings.error(
          "unknown-theme",
          Place.of(nameOrFolder),
          "no theme '" + nameOrFolder + "'",
          "known are: " + String.join(", ", shelf.names()) + "; a path names a folder of CSS");
      return null;
    }
    return new Loader(sheets, findings).load(size, sides != Settings.Sides.ONE);
  }

  /** The theme's name, or its folder's. */
  public String name() {
    return name;
  }

  /**
   * Whether left and right pages face each other: sheets are printed on both sides, and the theme
   * tells the pages apart. One that has all pages alike means sheets that lie on one another.
   */
  public boolean facing() {
    return facing && !page(PageStyle.Side.RECTO, false).equals(page(PageStyle.Side.VERSO, false));
  }

  /** How an element is set. */
  public Style style(Element element) {
    return cascade.computed(element).style();
  }

  /** Which of an element's margins take what is left of the room; elsewhere they are nothing. */
  public AutoMargins autoMargins(Element element) {
    boolean[] auto = cascade.computed(element).autoMargin;
    return new AutoMargins(auto[0], auto[1], auto[2], auto[3]);
  }

  /** How an element's first letter is set; null where it is a letter like others. */
  public @Nullable Initial initial(Element element) {
    Initial initial = cascade.computed(element).initial;
    return initial == null || initial.lines() == 1 ? null : initial;
  }

  /** How the body is set; its leading is the baseline grid's. */
  public Style body() {
    return body;
  }

  /** How a page is laid out. */
  public PageStyle page(PageStyle.Side side, boolean isFirst) {
    PageStyle page = (isFirst ? first : others).get(side);
    if (page == null) {
      throw new IllegalStateException("every side has its page");
    }
    return page;
  }

  /** {@code article.css} with what it imports: what every e-reader gets. */
  public String readerSheet() {
    return readerSheet;
  }

  /** {@code reader.css}, for e-readers that bear it; null where the theme has none. */
  public @Nullable String extraSheet() {
    return extraSheet;
  }

  /** The faces that the theme brings along, for the printed copy. */
  public List<FontFace> faces() {
    return faces;
  }

  /**
   * The faces that e-readers are to get, too: those that {@code article.css} or {@code reader.css}
   * asks for, rather than {@code print.css}. None in the bundled themes, so that the reader's own
   * choice holds.
   */
  public List<FontFace> readerFaces() {
    return readerFaces;
  }

  /**
   * What the theme was read from, less what the press carries itself; nothing for a theme of its
   * own. By path within a folder of themes, such as {@code mine/print.css}.
   */
  public Map<String, byte[]> files() {
    return files;
  }

  /** Reads a theme's sheets in the order in which they import each other. */
  private static final class Loader {
    private final Sheets sheets;
    private final Findings findings;
    private final List<Rule> rules = new ArrayList<>();
    private final List<PageRule> pageRules = new ArrayList<>();
    private final Map<FaceRule, String> faceRules = new LinkedHashMap<>();
    private final Map<FaceRule, String> readerFaceRules = new LinkedHashMap<>();
    private final Map<FaceRule, Optional<FontFace>> facesRead = new HashMap<>();
    private final Set<String> read = new LinkedHashSet<>();

    Loader(Sheets sheets, Findings findings) {
      this.sheets = sheets;
      this.findings = findings;
    }

    @Nullable Theme load(@Nullable PageSize size, boolean facing) {
      String print = sheets.own("print.css");
      String text = text(print, Place.of(sheets.shown(print)), true);
      if (text == null) {
        return null;
      }
      for (Rule rule : pressRules()) {
        rules.add(rule.ofPress());
      }
      add(print, text, Media.ALL, new LinkedHashSet<>());
      PageSize own = PageBoxes.size(pageRules);
      PageSize trim = size != null ? size : own != null ? own : PageSize.A4;
      Theme theme = theme(trim, facing);
      return new PageRoom(theme, findings).isEnough(Place.of(sheets.shown(print))) ? theme : null;
    }

    private Theme theme(PageSize trim, boolean facing) {
      String article = article();
      String readerSheet = article == null ? "" : inlined(article, new LinkedHashSet<>());
      String extraSheet = extra(article);
      return new Theme(
          sheets.name(),
          trim,
          facing,
          inMedia(rules, rule -> rule.media().matches(trim)),
          inMedia(pageRules, rule -> rule.media().matches(trim)),
          readerSheet,
          extraSheet,
          faces(faceRules, trim).filter(face -> face.local() == null).toList(),
          faces(readerFaceRules, trim).toList(),
          sheets.taken());
    }

    private Stream<FontFace> faces(Map<FaceRule, String> asked, PageSize trim) {
      FaceReader reader = new FaceReader(sheets, findings);
      return asked.entrySet().stream()
          .filter(rule -> rule.getKey().media().matches(trim))
          .flatMap(
              rule ->
                  facesRead
                      .computeIfAbsent(
                          rule.getKey(),
                          face -> Optional.ofNullable(reader.read(rule.getValue(), face)))
                      .stream());
    }

    private List<Rule> pressRules() {
      String text = Sheets.resource("default.css");
      if (text == null) {
        throw new IllegalStateException("the press carries its default.css");
      }
      return Stylesheet.read(text, "default.css", Media.ALL, findings).rules();
    }

    private static <T> List<T> inMedia(List<T> all, Predicate<T> matches) {
      return all.stream().filter(matches).toList();
    }

    private void add(String path, String text, Media media, Set<String> importers) {
      importers.add(path);
      read.add(path);
      Stylesheet sheet = Stylesheet.read(text, sheets.shown(path), media, findings);
      for (Stylesheet.Import each : sheet.imports()) {
        String imported = resolve(path, each, importers);
        String importedText = imported == null ? null : text(imported, each.place(), false);
        if (imported != null && importedText != null) {
          add(imported, importedText, each.media(), importers);
        }
      }
      rules.addAll(sheet.rules());
      pageRules.addAll(sheet.pageRules());
      sheet.faceRules().forEach(rule -> faceRules.put(rule, path));
      importers.remove(path);
    }

    private @Nullable String resolve(String path, Stylesheet.Import each, Set<String> importers) {
      String imported = Sheets.resolve(path, each.reference());
      if (imported == null) {
        findings.warning(
            "sheet-outside",
            each.place(),
            "'" + each.reference() + "' is not read: it is not in the folder of themes",
            "copy the sheet into the theme's folder");
        return null;
      }
      if (importers.contains(imported)) {
        findings.warning(
            "sheet-circle",
            each.place(),
            "'" + each.reference() + "' imports the sheet that imports it",
            null);
        return null;
      }
      return imported;
    }

    private @Nullable String text(String path, Place place, boolean needed) {
      try {
        String text = sheets.text(path);
        if (text == null && needed) {
          findings.error(
              "unknown-theme",
              place,
              "the folder is no theme: it has no print.css",
              "begin one with the line '@import \"../classic/print.css\";'");
        } else if (text == null) {
          findings.warning("missing-sheet", place, "no sheet at '" + path + "'", null);
        }
        return text;
      } catch (IOException e) {
        String message = "'" + path + "' cannot be read as text in UTF-8";
        if (needed) {
          findings.error("unreadable-theme", place, message, null);
        } else {
          findings.warning("unreadable-sheet", place, message, null);
        }
        return null;
      }
    }

    /** The theme's own article.css, or the one that its print.css imports. */
    private @Nullable String article() {
      String own = sheets.own("article.css");
      if (exists(own)) {
        return own;
      }
      return read.stream().filter(path -> path.endsWith("/article.css")).findFirst().orElse(null);
    }

    private boolean exists(String path) {
      try {
        return sheets.text(path) != null;
      } catch (IOException e) {
        return true;
      }
    }

    /** The theme's own reader.css, or the one beside the article.css that it uses. */
    private @Nullable String extra(@Nullable String article) {
      String own = sheets.own("reader.css");
      if (exists(own)) {
        return inlined(own, new LinkedHashSet<>());
      }
      String beside = article == null ? null : Sheets.resolve(article, "reader.css");
      return beside != null && exists(beside) ? inlined(beside, new LinkedHashSet<>()) : null;
    }

    private String inlined(String path, Set<String> importers) {
      String text = text(path, Place.of(sheets.shown(path)), false);
      if (text == null) {
        return "";
      }
      if (!text.contains("@import") && !text.contains("@font-face")) {
        return forReaders(text);
      }
      importers.add(path);
      // What the sheet gets wrong was told when print.css imported it, or is told now.
      boolean isTold = read.contains(path);
      Stylesheet sheet =
          Stylesheet.read(text, sheets.shown(path), Media.ALL, isTold ? new Findings() : findings);
      sheet.faceRules().forEach(rule -> readerFaceRules.put(rule, path));
      StringBuilder all = new StringBuilder();
      for (Stylesheet.Import each : sheet.imports()) {
        String imported = resolve(path, each, importers);
        all.append(imported == null ? "" : inlined(imported, importers));
      }
      importers.remove(path);
      return all.append(forReaders(text)).toString();
    }

    /** Without what was read in already, and without faces, of which the EPUB has its own files. */
    private static String forReaders(String text) {
      return text.replaceAll("(?m)^\\s*@(import|charset)\\b[^;]*;[ \\t]*\\R?", "")
          .replaceAll("@font-face\\s*\\{[^}]*\\}[ \\t]*\\R?", "");
    }
  }
}
