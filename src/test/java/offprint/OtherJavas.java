package offprint;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Javas from 21 up on this machine beside the one in use: one of each release. */
final class OtherJavas {
  // As systems, installers and build tools lay them; those that the launcher looks through.
  private static final List<String> FOLDERS =
      List.of(
          "/usr/lib/jvm",
          "/usr/lib64/jvm",
          "/usr/java",
          "/usr/local/java",
          "/opt",
          "/opt/java",
          "/opt/hostedtoolcache/Java_Temurin-Hotspot_jdk/*",
          "/Library/Java/JavaVirtualMachines",
          "/opt/homebrew/opt",
          "/usr/local/opt",
          "~/Library/Java/JavaVirtualMachines",
          "~/.sdkman/candidates/java",
          "~/.jdks",
          "~/.m2/jdks",
          "~/.gradle/jdks",
          "~/.asdf/installs/java",
          "~/.local/share/mise/installs/java",
          "~/.jabba/jdk");

  // Such as GitHub's JAVA_HOME_21_X64 and many a build server's JDK21.
  private static final Pattern VARIABLE = Pattern.compile("JAVA_?HOME.*|JDK_?\\d*.*|JAVA_?\\d+.*");
  private static final Pattern TOOLCHAIN = Pattern.compile("<jdkHome>([^<]+)</jdkHome>");
  private static final List<String> INSIDE =
      List.of("", "Contents/Home", "libexec/openjdk.jdk/Contents/Home", "x64", "arm64");

  private OtherJavas() {}

  /** Their homes, the oldest release first. */
  static Collection<Path> onThisMachine() throws IOException {
    return among(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  static Collection<Path> among(Map<String, String> environment, Path user) throws IOException {
    List<Path> candidates = new ArrayList<>();
    for (String variable : new TreeSet<>(environment.keySet())) {
      if (VARIABLE.matcher(variable).matches()) {
        candidates.add(Path.of(environment.get(variable)));
      }
    }
    Path toolchains = user.resolve(".m2/toolchains.xml");
    if (Files.isReadable(toolchains)) {
      Matcher homes = TOOLCHAIN.matcher(Files.readString(toolchains, StandardCharsets.ISO_8859_1));
      homes.results().forEach(home -> candidates.add(Path.of(home.group(1).strip())));
    }
    candidates.addAll(in(Path.of(System.getProperty("java.home")).resolve("..").normalize()));
    for (String folder : FOLDERS) {
      boolean own = folder.startsWith("~/");
      candidates.addAll(in(own ? user.resolve(folder.substring(2)) : Path.of(folder)));
    }
    Map<Integer, Path> homes = new TreeMap<>();
    for (Path candidate : candidates) {
      for (String inside : INSIDE) {
        Path home = candidate.resolve(inside);
        int feature = feature(home);
        if (feature >= 21 && feature != Runtime.version().feature()) {
          homes.putIfAbsent(feature, home);
        }
      }
    }
    return homes.values();
  }

  private static List<Path> in(Path folder) throws IOException {
    List<Path> inside = new ArrayList<>();
    if (folder.endsWith("*")) {
      for (Path each : in(folder.getParent())) {
        inside.addAll(in(each));
      }
    } else if (Files.isDirectory(folder) && Files.isReadable(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        files.forEach(inside::add);
      }
    }
    inside.sort(null);
    return inside;
  }

  /** The release of the Java in a folder; 0 where there is none. */
  private static int feature(Path home) throws IOException {
    Path release = home.resolve("release");
    if (!Files.isExecutable(home.resolve("bin/java")) || !Files.isReadable(release)) {
      return 0;
    }
    Properties said = new Properties();
    try (Reader reader = Files.newBufferedReader(release)) {
      said.load(reader);
    }
    String version = said.getProperty("JAVA_VERSION", "").replaceAll("^\"|[^0-9].*", "");
    return version.isEmpty() ? 0 : Integer.parseInt(version);
  }
}
