"""The few line icons, drawn on a 24 x 24 grid."""

ICONS = {
    "home": "M4 11.5 12 5l8 6.5M6 10v9h12v-9M10 19v-5h4v5",
    "effect": "M4 19h16M5 15l4-3 3 2 7-8M15 6h4v4",
    "satisfaction": "M5 4h14v16H5zM8 9l2 2 4-4M8 16h8",
    "gallery": "M4 5h7v7H4zM13 5h7v4h-7zM13 11h7v8h-7zM4 14h7v5H4z",
    "upload": "M12 15V4M8 8l4-4 4 4M4 15v4h16v-4",
    "download": "M12 4v11M8 11l4 4 4-4M4 15v4h16v-4",
    "person": "M8 9a3 3 0 1 0 6 0a3 3 0 0 0-6 0M4 20c0-4 3-6 7-6s7 2 7 6",
    "units": "M9 4h6v5H9zM3 15h6v5H3zM15 15h6v5h-6zM12 9v3M6 15v-3h12v3",
    "search": "M4 10.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 0 0-13 0M15.5 15.5 20 20",
    "empty": "M4 13l3-8h10l3 8v6H4zM4 13h5l1 2h4l1-2h5",
    "shield": "M12 3l7 3v5c0 5-3 8-7 10c-4-2-7-5-7-10V6zM9 12l2 2 4-4",
    "sign-in": "M13 4h6v16h-6M4 12h10M10 8l4 4-4 4",
}
