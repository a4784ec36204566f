package offprint;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where an article was published, for all commands that read its links. */
final class BaseUrl {
  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "what relative links are resolved against")
  @Nullable String address;
}
