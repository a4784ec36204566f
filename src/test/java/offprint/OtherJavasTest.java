package offprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where other Javas are found; of releases that no machine has, so that its own say nothing. */
class OtherJavasTest {
  @TempDir Path user;

  @BeforeEach
  void posix() {
    assumeTrue(File.separatorChar == '/', "what may be run is said otherwise elsewhere");
  }

  private Path java(String folder, String version) throws IOException {
    Path home = user.resolve(folder);
    Files.createDirectories(home.resolve("bin"));
    assertThat(Files.createFile(home.resolve("bin/java")).toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  @Test
  void oneOfEachReleaseIsFoundWhereToolsPutThem() throws IOException {
    Path sdk = java(".sdkman/candidates/java/801.0.2-tem", "801.0.2");
    Path maven = java(".m2/jdks/jdk-802", "802");
    java(".jdks/another-802", "802.0.1");
    Path mac = java("Library/Java/JavaVirtualMachines/803.jdk/Contents/Home", "803-ea");
    Path server = java("anywhere/804", "804");
    Path listed = java("elsewhere/805", "805");
    Path old = java(".jdks/20", "20.0.1");
    Files.writeString(
        user.resolve(".m2/toolchains.xml"), "<x><jdkHome> " + listed + "\n</jdkHome></x>");
    Map<String, String> environment =
        Map.of("JAVA_HOME_804_X64", server.toString(), "HOMEWORK", "nowhere", "JDK9", "/none");
    assertThat(OtherJavas.among(environment, user))
        .contains(sdk, mac, server, listed)
        .containsOnlyOnce(user.resolve(".jdks/another-802"))
        .doesNotContain(maven, old);
  }
}
