package offprint.source;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceReaderTest {
  @TempDir Path folder;
  private final Findings findings = new Findings();

  private @Nullable Source read(byte[] bytes) {
    return SourceReader.read(new ByteArrayInputStream(bytes), "-", findings);
  }

  private Finding only() {
    assertThat(findings.list()).hasSize(1);
    return findings.list().getFirst();
  }

  @Test
  void theByteOrderMarkIsNoText() throws IOException {
    Path file = Files.writeString(folder.resolve("a.md"), "\uFEFF# A\r\n");
    Source source = requireNonNull(SourceReader.read(file, "a.md", findings));
    assertThat(source.text()).isEqualTo("# A\r\n");
    assertThat(source.folder()).isEqualTo(folder);
    assertThat(source.bytes()).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void whatIsNotThereOrIsAFolderIsAFinding() {
    assertThat(SourceReader.read(folder.resolve("no.md"), "no.md", findings)).isNull();
    assertThat(SourceReader.read(folder, "f", findings)).isNull();
    assertThat(findings.list())
        .extracting(Finding::code)
        .containsExactly("no-such-file", "is-a-folder");
  }

  @Test
  void theByteThatIsNoUtf8IsNamedWithItsPlace() {
    assertThat(read("a\nüb\u00E9".getBytes(StandardCharsets.ISO_8859_1))).isNull();
    assertThat(only().code()).isEqualTo("not-utf-8");
    assertThat(only().place()).isEqualTo(new Place("-", 2, 1));
    assertThat(only().message()).contains("0xFC");
  }

  @Test
  void aCharacterCutShortAtTheEndIsNoUtf8() {
    assertThat(read(new byte[] {'a', (byte) 0xC3})).isNull();
    assertThat(only().place()).isEqualTo(new Place("-", 1, 2));
  }

  @Test
  void aBinaryFileIsNamedSo() {
    assertThat(read(new byte[] {(byte) 0x89, 'P', 0, 1})).isNull();
    assertThat(only().code()).isEqualTo("binary-file");
  }

  @Test
  void anEmptyFileIsNoArticle() {
    assertThat(read(" \n\t\n".getBytes(StandardCharsets.UTF_8))).isNull();
    assertThat(only().code()).isEqualTo("empty-file");
  }
}
