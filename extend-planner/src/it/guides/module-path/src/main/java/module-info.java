module com.example.ops {
    requires io.github.dmdsc.extend;
}
