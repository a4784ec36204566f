package offprint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application as it was built, started as a user starts it. */
class LauncherIT {
  private static final Path APP = Path.of("target/offprint").toAbsolutePath();
  private static final Path LAUNCHER = APP.resolve("bin/offprint");

  @TempDir Path desk;
  private Path article;

  /** What a run said, and its exit status. */
  private record Run(int status, String out, String err) {}

  @BeforeEach
  void article() throws IOException {
    assumeFalse(File.separatorChar == '\\', "the launcher is a POSIX shell's");
    article = Files.writeString(desk.resolve("tides.md"), "# Tides\n\nThe harbour was quiet.\n");
  }

  @Test
  void theBuildHasSetEveryArticle() throws IOException {
    try (Stream<Path> articles = Files.walk(Path.of("src/main/articles"))) {
      for (Path file : articles.filter(f -> f.toString().endsWith(".md")).toList()) {
        String name = Press.nameOf(file);
        assertThat(Path.of("dist", name + ".pdf")).isNotEmptyFile();
        assertThat(Path.of("dist", name + ".epub")).isNotEmptyFile();
      }
    }
  }

  @Test
  void outputIsTheFilesAloneAndGoesToDistBelowTheFolder() throws Exception {
    Run run = run(Map.of(), desk, LAUNCHER, article.getFileName());
    assertThat(run).isEqualTo(new Run(0, "dist/tides.pdf\ndist/tides.epub\n", ""));
    assertThat(desk.resolve("dist/tides.pdf")).isNotEmptyFile();
  }

  @Test
  void theThemesInTheJarAreListed() throws Exception {
    Run run = run(Map.of(), desk, LAUNCHER, "themes");
    try (Stream<Path> styles = Files.list(Path.of("styles"))) {
      assertThat(run.out.lines().map(line -> line.replaceAll(" .*", "")))
          .containsExactlyElementsOf(styles.map(s -> s.getFileName().toString()).sorted().toList());
    }
  }

  // The shell names the file: where the locale is C, the Java of these tests cannot either.
  @Test
  void namesBeyondAsciiAreReadInTheLocaleC() throws Exception {
    Path script =
        Files.writeString(
            desk.resolve("script"), "cp tides.md größe.md; LC_ALL=C '" + LAUNCHER + "' größe.md");
    Run run = run(Map.of(), desk, Path.of("sh"), script);
    assertThat(run).isEqualTo(new Run(0, "dist/größe.pdf\ndist/größe.epub\n", ""));
  }

  @Test
  void startsThroughLinksAndFromFoldersWithBlanks() throws Exception {
    Path app = moved("with two blanks");
    Path links = Files.createDirectory(desk.resolve("links"));
    Path first = links.resolve("first");
    Files.createSymbolicLink(first, links.relativize(app.resolve("bin/offprint")));
    Path second = Files.createSymbolicLink(desk.resolve("second"), Path.of("links/first"));
    assertThat(run(Map.of(), desk, Path.of("./second"), "--version").out).startsWith("offprint ");
    assertThat(run(Map.of(), links, second, "--version").out).startsWith("offprint ");
    Path bin = app.resolve("bin");
    assertThat(run(Map.of(), bin, Path.of("sh"), "offprint", "--version").status).isZero();
  }

  @Test
  void classesComeFromTheArchive() throws Exception {
    assertThat(sourceOfThePress(LAUNCHER)).contains("shared objects file");
  }

  @Test
  void theArchiveStaysGoodWhereTheApplicationIsMoved() throws Exception {
    assertThat(sourceOfThePress(moved("moved").resolve("bin/offprint")))
        .contains("shared objects file");
  }

  @Test
  void anArchiveOlderThanAJarIsLeftOut() throws Exception {
    Path app = moved("older");
    Files.setLastModifiedTime(app.resolve("archive"), FileTime.fromMillis(0));
    assertThat(sourceOfThePress(app.resolve("bin/offprint"))).contains("offprint.jar");
  }

  @Test
  void anArchiveOfAnotherJavaIsLeftOut() throws Exception {
    Path app = moved("other");
    String java = Files.readString(app.resolve("archive.java"));
    Files.writeString(app.resolve("archive.java"), java.lines().findFirst().get() + "\n21.0.1\n");
    assertThat(sourceOfThePress(app.resolve("bin/offprint"))).contains("offprint.jar");
  }

  @Test
  void withoutAFittingJavaItSaysSo() throws Exception {
    Path app = moved("fussy");
    Path launcher = app.resolve("bin/offprint");
    Files.writeString(launcher, Files.readString(launcher).replace("-ge 21 ]", "-ge 2100 ]"));
    Run run = run(Map.of(), desk, launcher, "--version");
    assertThat(run.status).isEqualTo(69);
    assertThat(run.out).isEmpty();
    assertThat(run.err)
        .contains("no Java from 21 up")
        .contains("hint: ")
        .doesNotContain("Exception");
  }

  @Test
  void everyLibraryIsNamedInTheNotice() throws IOException {
    String notice = Files.readString(APP.resolve("NOTICE"));
    assertThat(APP.resolve("LICENSE")).isNotEmptyFile();
    try (Stream<Path> jars = Files.list(APP.resolve("lib"))) {
      for (Path jar : jars.toList()) {
        String name = jar.getFileName().toString();
        if (!name.equals("offprint.jar")) {
          // commonmark-0.30.1.jar, lwjgl-3.4.3-natives-linux.jar
          String[] parts = name.replaceFirst("\\.jar$", "").split("-(?=\\d)", 2);
          assertThat(notice).contains(parts[0]).contains(parts[1].replaceFirst("-natives.*", ""));
        }
      }
    }
  }

  // With the times of the files, which a move keeps.
  private Path moved(String name) throws IOException {
    Path app = Files.createDirectories(desk.resolve(name));
    Files.createDirectory(app.resolve("bin"));
    Files.createDirectory(app.resolve("lib"));
    try (Stream<Path> jars = Files.list(APP.resolve("lib"))) {
      for (Path jar : jars.toList()) {
        copy(jar, app.resolve("lib").resolve(jar.getFileName()));
      }
    }
    for (String file : List.of("bin/offprint", "archive", "archive.java")) {
      copy(APP.resolve(file), app.resolve(file));
    }
    return app;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private String sourceOfThePress(Path launcher) throws Exception {
    Path log = desk.resolve("classes.log");
    Run run =
        run(
            Map.of("OFFPRINT_JAVA_OPTIONS", "-Xlog:class+load:file=" + log),
            desk,
            launcher,
            article);
    assertThat(run.status).isZero();
    assertThat(run.err).isEmpty();
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(" offprint.Press ")).findFirst().orElseThrow();
    }
  }

  private Run run(Map<String, String> environment, Path folder, Path program, Object... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    Path out = desk.resolve("out.txt");
    Path err = desk.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    // The Java that these tests run on may be another than the archive's.
    builder.environment().remove("JAVA_HOME");
    int status = builder.start().waitFor();
    return new Run(status, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }
}
