package offprint.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import offprint.archive.Enclosures;
import offprint.composition.CoverCompositor;
import offprint.composition.Typesetter;
import offprint.cover.Raster;
import offprint.document.Document;
import offprint.document.PageList;
import offprint.epub.EpubWriter;
import offprint.glyph.FontBook;
import offprint.glyph.HarfBuzzShaper;
import offprint.line.Item;
import offprint.line.LineBreaker;
import offprint.line.Settings;
import offprint.line.Shape;
import offprint.makeup.SetGalleys;
import offprint.markdown.MarkdownReader;
import offprint.page.Pages;
import offprint.pdf.PdfWriter;
import offprint.source.Findings;
import offprint.source.Source;
import offprint.style.Theme;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Each stage by itself, from what the stages before it have made, on a JVM that is warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    // As the launcher starts it.
    jvmArgs = {
      "-XX:TieredStopAtLevel=1",
      "-XX:+UseSerialGC",
      "-Xss8m",
      "-Djava.awt.headless=true",
      "--enable-native-access=ALL-UNNAMED"
    })
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class Stages {
  private static final Shape MEASURE = Shape.of(324);

  @Param({"sample", "long"})
  String article;

  private final LineBreaker lineBreaker = new LineBreaker(Settings.STANDARD);
  private final HarfBuzzShaper shaper = new HarfBuzzShaper();
  private Source source;
  private Document document;
  private Theme theme;
  private List<List<Item>> paragraphs;
  private SetGalleys galleys;
  private Pages pages;

  @Setup(Level.Trial)
  public void prepare() {
    source = new Source(article, Articles.sample().getParent(), Articles.text(article));
    document = read();
    theme = theme();
    paragraphs = Paragraphs.of(source.text());
    galleys = SetGalleys.of(document, theme, FontBook.bundled(), shaper);
    pages = set();
  }

  @TearDown(Level.Trial)
  public void close() {
    shaper.close();
  }

  @Benchmark
  public Document read() {
    return new MarkdownReader(offprint.document.Settings.NONE, new Findings()).read(source);
  }

  @Benchmark
  public Theme theme() {
    return Theme.load("classic", null, new Findings());
  }

  /** Only the choice of breaks, in all paragraphs. */
  @Benchmark
  public void breakLines(Blackhole hole) {
    for (List<Item> items : paragraphs) {
      hole.consume(lineBreaker.breaks(items, MEASURE));
    }
  }

  /** Only the choice of the pages' ends, once. */
  @Benchmark
  public int breakPages() {
    return galleys.breakPages();
  }

  /** Everything from the document to the pages: shaping, lines, tables, notes, pages. */
  @Benchmark
  public Pages set() {
    return new Typesetter(theme, FontBook.bundled(), shaper, new Findings()).set(document);
  }

  @Benchmark
  public byte[] writePdf() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PdfWriter(new Findings(), null)
        .write(pages, document, Enclosures.of(document.source()), out);
    return out.toByteArray();
  }

  @Benchmark
  public byte[] writeEpub() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new EpubWriter(new Findings(), null)
        .write(document, theme, null, PageList.NONE, Enclosures.of(document.source()), out);
    return out.toByteArray();
  }

  /** The picture of the EPUB's cover, 1,600 pixels wide. */
  @Benchmark
  public byte[] drawCover() {
    return Raster.png(
        new CoverCompositor(theme, FontBook.bundled(), shaper, new Findings()).set(document),
        1600,
        2560);
  }
}
