package offprint.picture;

/**
 * Makes pictures smaller: each new pixel is the mean of those it covers, weighed by a cubic that
 * keeps edges sharp (Keys, Cubic convolution interpolation for digital image processing, 1981), by
 * rows and then by columns.
 */
final class Scaler {
  private Scaler() {}

  /** Opaque pixels, so that the longer side has at most so many. */
  static Pixels fit(Pixels pixels, int longer) {
    int width = pixels.width();
    int height = pixels.height();
    int now = Math.max(width, height);
    if (now <= longer) {
      return pixels;
    }
    int wide = (int) Math.max(1, Math.round((double) width * longer / now));
    int high = (int) Math.max(1, Math.round((double) height * longer / now));
    int channels = pixels.components();
    Weights across = new Weights(width, wide);
    Weights down = new Weights(height, high);
    byte[] narrow = new byte[wide * height * channels];
    for (int y = 0; y < height; y++) {
      for (int channel = 0; channel < channels; channel++) {
        int from = y * width * channels + channel;
        across.apply(pixels.colours(), from, channels, narrow, y * wide * channels + channel);
      }
    }
    byte[] small = new byte[wide * high * channels];
    for (int at = 0; at < wide * channels; at++) {
      down.apply(narrow, at, wide * channels, small, at);
    }
    return new Pixels(wide, high, channels, small, null);
  }

  /** What each new sample takes of the old ones, in 65536ths. */
  private static final class Weights {
    private static final int ONE = 1 << 16;
    private final int[] first;
    private final int[][] shares;

    Weights(int before, int after) {
      double scale = (double) before / after;
      first = new int[after];
      shares = new int[after][];
      for (int i = 0; i < after; i++) {
        double centre = (i + 0.5) * scale;
        int from = Math.max(0, (int) Math.floor(centre - 2 * scale));
        int to = Math.min(before, (int) Math.ceil(centre + 2 * scale));
        double[] weights = new double[to - from];
        double sum = 0;
        for (int j = from; j < to; j++) {
          weights[j - from] = cubic(Math.abs(j + 0.5 - centre) / scale);
          sum += weights[j - from];
        }
        first[i] = from;
        shares[i] = new int[weights.length];
        int left = ONE;
        for (int j = 0; j < weights.length; j++) {
          shares[i][j] = (int) Math.round(weights[j] / sum * ONE);
          left -= shares[i][j];
        }
        shares[i][weights.length / 2] += left; // so that white stays white
      }
    }

    // Keys 1981, equation 15, with a = -1/2.
    private static double cubic(double x) {
      if (x < 1) {
        return (1.5 * x - 2.5) * x * x + 1;
      }
      return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
    }

    void apply(byte[] from, int start, int step, byte[] to, int target) {
      int at = target;
      for (int i = 0; i < first.length; i++) {
        long sum = ONE / 2;
        int read = start + first[i] * step;
        for (int share : shares[i]) {
          sum += (long) share * (from[read] & 0xFF);
          read += step;
        }
        to[at] = (byte) Math.max(0, Math.min(255, sum >> 16));
        at += step;
      }
    }
  }
}
