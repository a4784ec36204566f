package offprint.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * The application as it was built, started as a user starts it: how long a whole run takes, and the
 * most memory it had, of the operating system's own count.
 */
final class WholeProcess {
  private static final Path LAUNCHER = Path.of("target/offprint/bin/offprint");
  private static final int RUNS = 10;

  /**
   * One run.
   *
   * @param millis from its start to its end
   * @param peak the most memory that was resident, in kilobytes; none where the system, unlike
   *     Linux, does not say it in {@code /proc}
   */
  private record Run(double millis, OptionalLong peak) {}

  private WholeProcess() {}

  /** The medians of some runs each, after one that is not counted. */
  static void measure() throws IOException, InterruptedException {
    if (!Files.isExecutable(LAUNCHER)) {
      throw new IllegalStateException("no " + LAUNCHER + "; mvn -DskipTests package builds it");
    }
    Path desk = Files.createTempDirectory("offprint");
    Path article = Files.writeString(desk.resolve("long.md"), Articles.text("long"));
    System.out.printf("%n%-24s %10s %10s%n", "Whole process", "ms", "peak MB");
    report("--version", desk, "--version");
    report("sample, PDF and EPUB", desk, Articles.sample().toString());
    report("sample, PDF", desk, Articles.sample().toString(), "--format", "pdf");
    report("long, PDF and EPUB", desk, article.toString());
  }

  private static void report(String what, Path desk, String... arguments)
      throws IOException, InterruptedException {
    run(desk, arguments);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      runs.add(run(desk, arguments));
    }
    double millis =
        runs.stream().mapToDouble(Run::millis).sorted().skip(RUNS / 2).findFirst().getAsDouble();
    OptionalLong peak =
        runs.stream().flatMapToLong(run -> run.peak.stream()).sorted().skip(RUNS / 2).findFirst();
    System.out.printf(
        "%-24s %10.0f %10s%n",
        what, millis, peak.isPresent() ? Long.toString(peak.getAsLong() / 1024) : "?");
  }

  private static Run run(Path desk, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(List.of(arguments));
    if (arguments.length > 1 || !arguments[0].startsWith("-")) {
      command.addAll(List.of("-d", desk.toString()));
    }
    Path said = desk.resolve("said.txt");
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    OptionalLong peak = OptionalLong.empty();
    // The launcher becomes the JVM, and so the process stays the same. Its count only grows: what
    // is
    // missed is what it grew by in the last few milliseconds.
    while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
      OptionalLong now = peak(status);
      peak = now.isPresent() ? now : peak;
    }
    double millis = (System.nanoTime() - start) / 1e6;
    if (process.exitValue() != 0) {
      throw new IllegalStateException(command + " failed:\n" + Files.readString(said));
    }
    return new Run(millis, peak);
  }

  private static OptionalLong peak(Path status) {
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty(); // it has just ended, or this is no Linux
    }
  }
}
