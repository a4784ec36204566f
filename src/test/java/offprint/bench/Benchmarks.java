package offprint.bench;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures everything, some five minutes long.
 *
 * <p>Arguments are JMH's own: {@code breakLines -p article=long} measures that alone. Of its table,
 * {@code gc.alloc.rate.norm} is how many bytes a stage takes each time.
 */
public final class Benchmarks {
  private Benchmarks() {}

  public static void main(String[] arguments) throws Exception {
    new Runner(
            new OptionsBuilder()
                .parent(new CommandLineOptions(arguments))
                .addProfiler(GCProfiler.class)
                .build())
        .run();
    if (arguments.length == 0) {
      WholeProcess.measure();
    }
  }
}
