/* compare.h: COMPARE(relation, T, type, value) for the comparisons of operations.def. Included
 * where it is defined; no include guard. */
COMPARE(eq, u8, uint8_t, 77)
COMPARE(eq, u16, uint16_t, 7777)
COMPARE(eq, u32, uint32_t, 77777777)
COMPARE(eq, u64, uint64_t, UINT64_MAX / 3)
COMPARE(eq, f32, float, 0.5f)
COMPARE(eq, f64, double, 0.5)
COMPARE(lt, u8, uint8_t, 77)
COMPARE(lt, u16, uint16_t, 7777)
COMPARE(lt, u32, uint32_t, 77777777)
COMPARE(lt, u64, uint64_t, UINT64_MAX / 3)
COMPARE(lt, i8, int8_t, 77)
COMPARE(lt, i16, int16_t, 7777)
COMPARE(lt, i32, int32_t, 77777777)
COMPARE(lt, i64, int64_t, INT64_MAX / 3)
COMPARE(lt, f32, float, 0.5f)
COMPARE(lt, f64, double, 0.5)
#undef COMPARE
