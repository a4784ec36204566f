package offprint.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  private static final String GIF = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
  private static final String WEBP = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";
  private static final Place PLACE = new Place("a.md", 1, 1);

  @TempDir Path root;
  private Path folder = Path.of("");
  private final Findings findings = new Findings();

  @BeforeEach
  void makeFolder() throws IOException {
    folder = root.resolve("article");
    Files.createDirectories(folder.resolve("fig"));
  }

  private @Nullable Asset read(String path) {
    return pictures().read(path, PLACE);
  }

  private Pictures pictures() {
    return new Pictures(new Source("a.md", folder, "x"), findings);
  }

  private @Nullable Asset read(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
    return read(name);
  }

  private @Nullable Asset svg(String text) throws IOException {
    Files.writeString(folder.resolve("a.svg"), text);
    return read("a.svg");
  }

  private static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  private List<String> codes() {
    return findings.list().stream().map(Finding::code).toList();
  }

  @Test
  void theSameFileIsTheSameAsset() throws IOException {
    Files.write(folder.resolve("fig/a b.png"), bytes(PNG));
    Pictures pictures = pictures();
    Asset asset = requireNonNull(pictures.read("fig/a%20b.png", PLACE));
    assertThat(asset).isSameAs(pictures.read("./fig/../fig/a b.png", PLACE));
    assertThat(asset.path()).isEqualTo("fig/a b.png");
    assertThat(asset.mediaType()).isEqualTo("image/png");
    assertThat(asset.width()).isEqualTo(1);
  }

  @Test
  void nothingIsReadFromOutsideTheFolder() throws IOException {
    Path outside = Files.write(root.resolve("out.png"), bytes(PNG));
    Files.createSymbolicLink(folder.resolve("link.png"), outside);
    assertThat(read("../out.png")).isNull();
    assertThat(read("%2e%2e/out.png")).isNull();
    assertThat(read("link.png")).isNull();
    assertThat(codes()).containsOnly("picture-outside-folder").hasSize(3);
    assertThat(read(outside.toString())).isNull();
  }

  @Test
  void aSitesRootIsTheFolderAtMost() throws IOException {
    Files.write(folder.resolve("fig/a.png"), bytes(PNG));
    Pictures pictures = pictures();
    Asset asset = requireNonNull(pictures.read("/fig/a.png#only-light", PLACE));
    assertThat(asset).isSameAs(pictures.read("fig/a.png", PLACE));
    assertThat(codes()).isEmpty();
    assertThat(pictures.read("/b.png", PLACE)).isNull();
    assertThat(findings.hasErrors()).isFalse();
    assertThat(codes()).containsExactly("picture-elsewhere");
  }

  @Test
  void aPictureThatIsNotThereIsMissing() {
    assertThat(read("no.png")).isNull();
    assertThat(read("fig")).isNull();
    assertThat(read("Fig/../no\0.png")).isNull();
    assertThat(codes()).containsOnly("missing-picture").hasSize(3);
  }

  @Test
  void aPictureCutShortAnywhereIsNone() throws IOException {
    for (String whole : List.of(PNG, GIF, WEBP)) {
      byte[] bytes = bytes(whole);
      assertThat(read("whole", bytes)).as(whole).isNotNull();
      for (int length = 0; length < bytes.length; length++) {
        assertThat(read("part", Arrays.copyOf(bytes, length))).as(whole + length).isNull();
      }
    }
    assertThat(codes()).containsOnly("not-a-picture");
  }

  @Test
  void aPngWithAFlippedBitIsDamaged() throws IOException {
    byte[] bytes = bytes(PNG);
    bytes[45] ^= 1;
    assertThat(read("a.png", bytes)).isNull();
    assertThat(findings.list().getFirst().message()).contains("is damaged");
  }

  @Test
  void anSvgHasASizeFromItsLengthsOrItsBox() throws IOException {
    Asset asset =
        requireNonNull(
            svg("<svg xmlns='http://www.w3.org/2000/svg' width='1in' viewBox='0 0 2 1'/>"));
    assertThat(asset.width()).isEqualTo(96);
    assertThat(asset.height()).isEqualTo(48);
    assertThat(svg("<svg/>")).isNull();
    assertThat(svg("<svg width='1' height='1'>")).isNull();
    assertThat(svg("<html/>")).isNull();
    assertThat(codes()).containsOnly("not-a-picture");
  }

  @Test
  void anSvgBringsEverythingWithItAndDoesNothing() throws IOException {
    for (String inside :
        List.of(
            "<script/>",
            "<image href='https://a.org/b.png'/>",
            "<style>@import 'a.css';</style>",
            "<rect onclick='x()'/>",
            "<rect fill='url(b.svg#c)'/>")) {
      assertThat(svg("<svg width='1' height='1'>" + inside + "</svg>")).as(inside).isNull();
    }
    assertThat(codes()).containsOnly("svg-unsafe");
    assertThat(svg("<svg width='1' height='1'><use href='#a'/><rect fill='url(#c)'/></svg>"))
        .isNotNull();
  }

  @Test
  void htmlInAnSvgIsToldAndNotDrawn() throws IOException {
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>%s"
            + "<text class='&lt;'>sand &amp; sea</text></svg>";
    String html =
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml' onclick='x()'>"
            + "<script/><b>sea</b></p></foreignObject>";
    Asset asset = requireNonNull(svg(svg.formatted(html)));
    assertThat(codes()).containsExactly("svg-foreign");
    assertThat(new String(asset.bytes(), StandardCharsets.UTF_8)).contains("<script/>");
    assertThat(new String(asset.drawn().bytes(), StandardCharsets.UTF_8))
        .isEqualTo(svg.formatted("").replace('\'', '"'));
    Asset plain = requireNonNull(svg(svg.formatted("")));
    assertThat(plain.drawn().bytes()).isEqualTo(plain.bytes());
  }

  @Test
  void whatASwitchHasForThoseWithoutHtmlIsDrawn() throws IOException {
    String svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>%s</svg>";
    String html = "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>a</p></foreignObject>";
    String both =
        "<switch fill='red'>%s<g systemLanguage='de'><text>b</text></g><text>c</text>"
            + "<text>d</text></switch>";
    Asset asset = requireNonNull(svg(svg.formatted(both.formatted(html))));
    assertThat(new String(asset.drawn().bytes(), StandardCharsets.UTF_8))
        .isEqualTo(svg.formatted("<g fill='red'><text>c</text></g>").replace('\'', '"'));
    assertThat(codes()).isEmpty();
    svg(svg.formatted("<switch>" + html + "</switch>"));
    assertThat(codes()).containsExactly("svg-foreign");
  }

  @Test
  void whatAnEditorNotedInADrawingIsNotShown() throws IOException {
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg'%s width='9' height='9'%s>%s"
            + "<title>Reef</title><path%s d='M0 0h9'/></svg>";
    Asset asset =
        requireNonNull(
            svg(
                "<?xpacket begin='x'?><!-- by Ada -->"
                    + svg.formatted(
                        " xmlns:ink='http://www.inkscape.org/namespaces/inkscape'",
                        " ink:version='1.2' content='&lt;mxfile/&gt;'",
                        "<metadata><who>Ada</who></metadata><ink:view/><!-- Ada -->",
                        " ink:label='/home/ada'")));
    String plain = svg.formatted("", "", "", "").replace('\'', '"');
    // A lone element is written with an end of its own.
    assertThat(new String(asset.drawn().bytes(), StandardCharsets.UTF_8))
        .isEqualTo(plain.replace("/></svg>", "></path></svg>"));
    assertThat(codes()).isEmpty();
  }

  @Test
  void whatIsNoTextIsNoDrawingAndTheConsoleHearsNothing() throws IOException {
    PrintStream console = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertThat(read("a.svg", new byte[] {(byte) 0x89, 'P', 'N'})).isNull();
      byte[] svg = "<svg width='1' height='1'>\n<text>\u00E9</text></svg>".getBytes(ISO_8859_1);
      assertThat(read("b.svg", svg)).isNull();
    } finally {
      System.setErr(console);
    }
    assertThat(said.size()).isZero();
    assertThat(findings.list().getLast().message()).endsWith("is no well-formed SVG, at line 2");
  }

  @Test
  void aDrawingIsReadInTheEncodingThatItSays() throws IOException {
    String svg = "<svg width='1' height='1'><text>\u00E9</text><?x?></svg>";
    for (byte[] bytes :
        List.of(
            ("\uFEFF" + svg).getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + svg).getBytes(StandardCharsets.UTF_16BE),
            ("\uFEFF" + svg).getBytes(StandardCharsets.UTF_16LE),
            ("<?xml version='1.0' encoding='ISO-8859-1'?>" + svg).getBytes(ISO_8859_1))) {
      assertThat(new String(PlainSvg.of(bytes), StandardCharsets.UTF_8)).contains("\u00E9<");
    }
  }

  @Test
  void anEntityOfAnSvgIsNeverRead() throws IOException {
    assertThat(
            svg(
                "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
                    + "<svg width='1' height='1'><text>&a;</text></svg>"))
        .isNull();
    assertThat(findings.hasErrors()).isTrue();
  }

  @Test
  void aPictureMayStandInTheArticleItself() {
    Asset asset = requireNonNull(pictures().readData("data:image/png;base64," + PNG, PLACE));
    assertThat(asset.path()).isEqualTo("picture-1.png");
  }

  @Test
  void aPictureIsReadAnewAndAsItWas() throws IOException {
    Path file = folder.resolve("reef.png");
    Asset asset = requireNonNull(read("reef.png", bytes(PNG)));
    assertThat(asset.bytes()).isEqualTo(bytes(PNG)).isNotSameAs(asset.bytes());
    byte[] other = bytes(PNG);
    other[other.length - 1]++;
    Files.write(file, other);
    assertThatThrownBy(asset::bytes)
        .isInstanceOf(Content.Changed.class)
        .hasMessage("'reef.png' was changed while the article was set");
    Files.delete(file);
    assertThatThrownBy(asset::bytes)
        .isInstanceOf(Content.Changed.class)
        .hasMessageStartingWith("'reef.png' cannot be read any more: ");
  }
}
