package io.tradewind.learning.tree;

import com.microsoft.ml.lightgbm.SWIGTYPE_p_double;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_int;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_long_long;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;

/**
 * Predicts with the native library itself: the binding's own call reserves one value per row, and the library then writes one per
 * class past its end.
 */
final class NativeLightgbm {

    private static final int NORMAL = 0;

    private NativeLightgbm() {}

    /** Row-major probabilities of shape (rows, outputs). */
    static double[] predict(String model, double[] values, int rows, int features, int outputs) {
        SWIGTYPE_p_p_void handle = lightgbmlib.voidpp_handle();
        SWIGTYPE_p_int iterations = lightgbmlib.new_intp();
        lightgbmlib.LGBM_BoosterLoadModelFromString(model, iterations, handle);
        SWIGTYPE_p_double input = lightgbmlib.new_doubleArray(values.length);
        for (int i = 0; i < values.length; i++) {
            lightgbmlib.doubleArray_setitem(input, i, values[i]);
        }
        SWIGTYPE_p_double output = lightgbmlib.new_doubleArray((long) rows * outputs);
        SWIGTYPE_p_long_long length = lightgbmlib.new_int64_tp();
        lightgbmlib.LGBM_BoosterPredictForMat(
                lightgbmlib.voidpp_value(handle),
                lightgbmlib.double_to_voidp_ptr(input),
                lightgbmlib.C_API_DTYPE_FLOAT64,
                rows,
                features,
                1,
                NORMAL,
                0,
                -1,
                "num_threads=1",
                length,
                output);
        double[] result = new double[rows * outputs];
        for (int i = 0; i < result.length; i++) {
            result[i] = lightgbmlib.doubleArray_getitem(output, i);
        }
        lightgbmlib.delete_doubleArray(input);
        lightgbmlib.delete_doubleArray(output);
        lightgbmlib.delete_int64_tp(length);
        lightgbmlib.delete_intp(iterations);
        lightgbmlib.LGBM_BoosterFree(lightgbmlib.voidpp_value(handle));
        return result;
    }
}
