package offprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application as it was built, under other circumstances: what it writes is the same to the
 * last byte. Each run differs from the first in many ways at once, and each way is in one of them.
 */
class SameBytesIT {
  private static final Path LAUNCHER = Path.of("target/offprint/bin/offprint").toAbsolutePath();
  private static final Path CASES = Path.of("src/test/articles");
  private static final String HERE = System.getProperty("java.home");

  @TempDir Path desk;
  private int runs;

  /**
   * @param options of Java
   * @param folder that the articles lie in, and that the run is started in
   * @param articles in their order
   */
  private record Circumstances(
      String java,
      String options,
      Map<String, String> environment,
      Path folder,
      List<String> articles) {}

  @BeforeEach
  void posix() {
    assumeFalse(File.separatorChar == '\\', "the launcher is a POSIX shell's");
  }

  private Circumstances plain() throws IOException {
    return new Circumstances(
        HERE, "", Map.of("TZ", "UTC"), articles("plain"), List.of("sink.md", "short.md"));
  }

  @Test
  void neitherLocaleNorZoneNorCharsetNorMachineShows() throws Exception {
    Map<String, String> plain = digests(bags(plain()));
    assertThat(plain.keySet())
        .contains("sink-bag/data/sink.pdf", "sink-bag/data/sink.epub", "sink-bag/bag-info.txt");
    for (Circumstances other :
        List.of(
            new Circumstances(
                HERE,
                "-Duser.language=tr -Duser.country=TR -Dfile.encoding=ISO-8859-1"
                    + " -XX:ActiveProcessorCount=1",
                Map.of("TZ", "Pacific/Apia"),
                articles("another folder, deeper/größer"),
                List.of("short.md", "sink.md")),
            new Circumstances(
                HERE,
                "-Duser.language=ar -Duser.country=EG -Duser.extensions=u-nu-arab"
                    + " -XX:-UseSerialGC -XX:+UseParallelGC -XX:ActiveProcessorCount=2",
                Map.of("TZ", "America/St_Johns", "LC_ALL", "C"),
                articles("c"),
                List.of("./sink.md", articles("c").resolve("short.md").toString())),
            new Circumstances(
                HERE,
                "-Duser.language=de -Duser.country=DE -XX:TieredStopAtLevel=4",
                Map.of("TZ", "Asia/Kathmandu", "HOME", "/nowhere"),
                articles("d"),
                List.of("sink.md", "short.md")))) {
      assertThat(digests(bags(other))).as(other.options).isEqualTo(plain);
    }
  }

  @Test
  void aBagHoldsWhatThePressWritesWithoutOne() throws Exception {
    Path copies = run(plain(), List.of());
    Path bags = bags(plain());
    for (String file : List.of("sink.pdf", "sink.epub")) {
      assertThat(bags.resolve("sink-bag/data").resolve(file))
          .hasSameBinaryContentAs(copies.resolve(file));
    }
  }

  @Test
  void anotherJavaWritesTheSame() throws Exception {
    Collection<Path> others = OtherJavas.onThisMachine();
    assumeFalse(others.isEmpty(), "there is only one Java from 21 up on this machine");
    Circumstances plain = plain();
    Map<String, String> here = digests(bags(plain));
    for (Path other : others) {
      String home = other.toString();
      Circumstances there =
          new Circumstances(home, "", plain.environment, plain.folder, plain.articles);
      Path bags = bags(there);
      // A Java that was built on another zlib packs the same content into other bytes.
      if (!digests(bags).equals(here)) {
        for (String bag : List.of("sink-bag", "short-bag")) {
          start(plain, List.of("verify", bags.resolve(bag).toString()));
        }
      }
    }
  }

  private Path articles(String name) throws IOException {
    Path folder = Files.createDirectories(desk.resolve(name));
    Files.createDirectories(folder.resolve("figures"));
    copy(CASES.resolve("kitchen-sink/article.md"), folder.resolve("sink.md"));
    copy(CASES.resolve("catalogue/article.md"), folder.resolve("short.md"));
    try (Stream<Path> figures = Files.list(CASES.resolve("kitchen-sink/figures"))) {
      for (Path figure : figures.toList()) {
        copy(figure, folder.resolve("figures").resolve(figure.getFileName()));
      }
    }
    return folder;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.write(to, Files.readAllBytes(from));
  }

  private Path bags(Circumstances circumstances) throws Exception {
    return run(circumstances, List.of("bag"));
  }

  /** Returns the folder that was written to. */
  private Path run(Circumstances circumstances, List<String> command) throws Exception {
    Path out = desk.resolve("out" + runs++);
    List<String> line = new ArrayList<>(command);
    line.addAll(circumstances.articles);
    line.addAll(List.of("-d", out.toString()));
    start(circumstances, line);
    return out;
  }

  private void start(Circumstances circumstances, List<String> arguments) throws Exception {
    List<String> line = new ArrayList<>(List.of(LAUNCHER.toString()));
    line.addAll(arguments);
    Path said = desk.resolve("said.txt");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(circumstances.folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    Map<String, String> environment = builder.environment();
    List.of("SOURCE_DATE_EPOCH", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "LC_ALL", "LANG")
        .forEach(environment::remove);
    environment.putAll(circumstances.environment);
    environment.put("OFFPRINT_JAVA_HOME", circumstances.java);
    environment.put("OFFPRINT_JAVA_OPTIONS", circumstances.options);
    assertThat(builder.start().waitFor()).as(() -> circumstances + "\n" + read(said)).isZero();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static Map<String, String> digests(Path folder) throws Exception {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        digests.put(name, digest(Files.readAllBytes(file)));
      }
    }
    return digests;
  }

  private static String digest(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
