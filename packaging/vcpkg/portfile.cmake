# A port of the sources around it, for an overlay:
#     vcpkg install bitmill --overlay-ports=bitmill/packaging/vcpkg
# Not run: there was no vcpkg where this was written. tests/scripts/packages.py checks what it can. A port of
# a release takes its tarball, by vcpkg_download_distfile and vcpkg_extract_source_archive, as SOURCE_PATH.
get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)

vcpkg_cmake_configure(SOURCE_PATH "${SOURCE_PATH}")
vcpkg_cmake_install()
# The package's file is found below lib/, looks for the library beside it, and so is right for each
# configuration: it stays where it is.
set(VCPKG_POLICY_SKIP_MISPLACED_CMAKE_FILES_CHECK enabled)
set(VCPKG_POLICY_SKIP_LIB_CMAKE_MERGE_CHECK enabled)
set(VCPKG_POLICY_SKIP_ABSOLUTE_PATHS_CHECK enabled) # its last resort for the headers
vcpkg_fixup_pkgconfig()
file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug/include")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
file(INSTALL "${CMAKE_CURRENT_LIST_DIR}/usage" DESTINATION "${CURRENT_PACKAGES_DIR}/share/${PORT}")
